package io.recio.autoentry.spike;

import io.recio.domain.entry.SpikeAlert;
import io.recio.domain.entry.SpikeSettings;
import io.recio.domain.price.Symbol;
import io.recio.domain.striketable.StrikeTable;
import io.recio.domain.time.BusinessTime;

/** Keeps one symbol's spike alert: first the seconds of the log it has not seen, then the table's own momentum. */
public final class SpikeWatch {

    private final Symbol symbol;
    private final MomentumLog log;
    private SpikeAlert alert;

    public SpikeWatch(Symbol symbol, MomentumLog log, SpikeAlert stored) {
        this.symbol = symbol;
        this.log = log;
        this.alert = stored;
    }

    /** The alert as of the table. */
    public SpikeAlert after(StrikeTable table, SpikeSettings settings) {
        BusinessTime at = table.lastUpdated();
        BusinessTime oldest = at.minus(settings.cooldown());
        BusinessTime from =
                alert.seenUntil().filter(seen -> seen.isAfter(oldest)).orElse(oldest);
        for (MomentumLog.Reading reading : log.between(symbol, from, at)) {
            alert = alert.after(reading.at(), reading.momentum(), settings);
        }
        table.momentum().ifPresent(momentum -> alert = alert.after(at, momentum, settings));
        return alert;
    }
}
