package io.recio.servicekit;

import io.recio.storage.system.LogLine;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Warnings and errors of this process that are not in the database yet. While the database is away the oldest give way, and
 * how many did is told. Thread-safe; never blocks whoever logs.
 */
final class WarningRing extends ExtHandler {

    static final int CAPACITY = 200;

    /** The message with its parameters in place, nothing around it. */
    private static final ExtFormatter WORDS = new ExtFormatter() {
        @Override
        public String format(ExtLogRecord record) {
            return formatMessage(record);
        }
    };

    private final ArrayDeque<LogLine> lines = new ArrayDeque<>(CAPACITY);
    private int dropped;

    WarningRing() {
        setLevel(Level.WARNING);
    }

    @Override
    protected void doPublish(ExtLogRecord record) {
        LogLine.Level level =
                record.getLevel().intValue() > Level.WARNING.intValue() ? LogLine.Level.ERROR : LogLine.Level.WARNING;
        add(new LogLine(level, shortName(record.getLoggerName()), messageOf(record), record.getInstant()));
    }

    /** The oldest first; they are no longer kept here. */
    List<LogLine> drain(Instant now) {
        synchronized (lines) {
            List<LogLine> all = new ArrayList<>(lines);
            if (dropped > 0) {
                all.addFirst(new LogLine(
                        LogLine.Level.WARNING,
                        WarningRing.class.getSimpleName(),
                        "Lines not kept while the database was away lines=" + dropped,
                        now));
            }
            lines.clear();
            dropped = 0;
            return all;
        }
    }

    /** Takes back what could not be stored, ahead of what came since. */
    void putBack(List<LogLine> unstored) {
        synchronized (lines) {
            unstored.reversed().forEach(lines::addFirst);
            trim();
        }
    }

    private void add(LogLine line) {
        synchronized (lines) {
            lines.addLast(line);
            trim();
        }
    }

    private void trim() {
        while (lines.size() > CAPACITY) {
            lines.removeFirst();
            dropped++;
        }
    }

    private static String messageOf(ExtLogRecord record) {
        String message = WORDS.format(record);
        Throwable thrown = record.getThrown();
        return thrown == null ? message : message + ": " + thrown;
    }

    private static String shortName(@Nullable String logger) {
        return logger == null ? "" : logger.substring(logger.lastIndexOf('.') + 1);
    }
}
