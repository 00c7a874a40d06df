package io.recio.servicekit;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.storage.system.LogLine;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.stream.IntStream;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WarningRingTest {

    private static final Instant NOW = Instant.parse("2026-11-28T18:00:00Z");

    private final WarningRing ring = new WarningRing();

    @Test
    void keepsWarningsAndErrorsWithTheirCauseAndNothingElse() {
        log(Level.INFO, "Lease taken epoch=%d", null, 7);
        log(Level.WARNING, "Order in doubt order=%s", null, "abc");
        log(org.jboss.logmanager.Level.ERROR, "Desk failed", new IllegalStateException("no lease"));
        assertThat(ring.drain(NOW))
                .containsExactly(
                        new LogLine(LogLine.Level.WARNING, "OrderDesk", "Order in doubt order=abc", NOW),
                        new LogLine(
                                LogLine.Level.ERROR,
                                "OrderDesk",
                                "Desk failed: java.lang.IllegalStateException: no lease",
                                NOW));
        assertThat(ring.drain(NOW)).isEmpty();
    }

    @Test
    void letsTheOldestGoAndSaysHowManyWhenNobodyStoresThem() {
        IntStream.range(0, WarningRing.CAPACITY).forEach(i -> log(Level.WARNING, "line " + i, null));
        List<LogLine> unstored = ring.drain(NOW);
        IntStream.range(0, 3).forEach(i -> log(Level.WARNING, "later " + i, null));
        ring.putBack(unstored);
        List<LogLine> all = ring.drain(NOW);
        assertThat(all).hasSize(WarningRing.CAPACITY + 1);
        assertThat(all.getFirst().message()).isEqualTo("Lines not kept while the database was away lines=3");
        assertThat(all.get(1).message()).isEqualTo("line 3");
        assertThat(all.getLast().message()).isEqualTo("later 2");
    }

    @Test
    void cutsWhatIsLongerThanTheDatabaseTakes() {
        log(Level.WARNING, "x".repeat(3000) + "\0", null);
        assertThat(ring.drain(NOW).getFirst().message()).isEqualTo("x".repeat(1999) + "…");
    }

    private void log(Level level, String format, @Nullable Throwable thrown, Object... parameters) {
        ExtLogRecord record =
                new ExtLogRecord(level, format, ExtLogRecord.FormatStyle.PRINTF, "io.recio.test.OrderDesk");
        record.setParameters(parameters);
        record.setThrown(thrown);
        record.setLoggerName("io.recio.test.OrderDesk");
        record.setInstant(NOW);
        ring.publish(record);
    }
}
