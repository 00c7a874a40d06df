package io.recio.coordinator.probability;

import io.recio.coordinator.CoordinatorConfig;
import io.recio.domain.price.Symbol;
import io.recio.domain.probability.MoveTable;
import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.BusinessTime;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The move tables in use. Counting them takes seconds on years of minutes, so it happens on a thread of its own. */
@Singleton
public class MoveTableShelf {

    private static final Logger LOG = Logger.getLogger(MoveTableShelf.class);

    private final MoveTables source;
    private final CoordinatorConfig config;
    private final BusinessClock clock;
    private final Map<Symbol, MoveTable> tables = new ConcurrentHashMap<>();
    private @Nullable ScheduledExecutorService counting;

    MoveTableShelf(MoveTables source, CoordinatorConfig config, BusinessClock clock) {
        this.source = source;
        this.config = config;
        this.clock = clock;
    }

    /** Begins to load, count and renew the tables of the symbols. */
    public void open(Set<Symbol> symbols) {
        close();
        Set<Symbol> wanted = Set.copyOf(symbols);
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("move-tables").daemon().factory());
        timer.scheduleWithFixedDelay(
                () -> wanted.forEach(this::renew),
                0,
                config.moveTable().lookInterval().toMillis(),
                TimeUnit.MILLISECONDS);
        counting = timer;
    }

    /** The table of the symbol; absent until it has been loaded or counted. */
    public Optional<MoveTable> table(Symbol symbol) {
        return Optional.ofNullable(tables.get(symbol));
    }

    public void close() {
        ScheduledExecutorService timer = counting;
        if (timer != null) {
            timer.shutdownNow();
        }
        counting = null;
    }

    private void renew(Symbol symbol) {
        try {
            BusinessTime now = clock.now();
            Optional<MoveTable> stored = source.stored(symbol, now);
            tables.put(symbol, stored.isPresent() ? stored.get() : source.build(symbol, now));
        } catch (RuntimeException e) {
            LOG.warnf("Move table not renewed, the last one stays symbol=%s reason=%s", symbol, e.getMessage());
        }
    }
}
