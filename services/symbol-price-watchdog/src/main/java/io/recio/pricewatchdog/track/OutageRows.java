package io.recio.pricewatchdog.track;

import io.recio.coinbase.Candle;
import io.recio.domain.price.Deltas;
import io.recio.domain.price.PriceQuality;
import io.recio.domain.price.PriceSecond;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.price.Symbol;
import io.recio.domain.price.Volatility;
import io.recio.domain.time.BusinessTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Rows for an outage that reaches further back than the window, made of candles a few minutes at a time: the first and last
 * second of a minute are backfilled, those between are drawn for charts. Not thread-safe.
 */
public final class OutageRows {

    private static final int MINUTE = 60;

    private final Symbol symbol;
    private final Deque<Candle> waiting = new ArrayDeque<>();
    private long from = Long.MAX_VALUE;
    private long to = Long.MIN_VALUE;

    public OutageRows(Symbol symbol) {
        this.symbol = symbol;
    }

    /** Seconds after the first moment and before the last are wanted. */
    public void between(BusinessTime lastWritten, BusinessTime end) {
        from = lastWritten.epochSecond() + 1;
        to = end.epochSecond();
    }

    /** Takes candles, oldest first; minutes outside the outage are passed over. */
    public void add(Collection<Candle> candles) {
        for (Candle candle : candles) {
            long start = candle.start().epochSecond();
            if (start + MINUTE > from && start < to) {
                waiting.add(candle);
            }
        }
    }

    public boolean hasNext() {
        return !waiting.isEmpty();
    }

    /** The next whole minutes, at least one if any is left. */
    public List<PriceSecond> next(int limit) {
        List<PriceSecond> rows = new ArrayList<>();
        while (!waiting.isEmpty() && (rows.isEmpty() || rows.size() + MINUTE <= limit)) {
            add(waiting.remove(), rows);
        }
        return rows;
    }

    private void add(Candle candle, List<PriceSecond> rows) {
        long start = candle.start().epochSecond();
        double step = (double) (candle.close().units() - candle.open().units()) / (MINUTE - 1);
        for (int i = 0; i < MINUTE; i++) {
            if (start + i >= from && start + i < to) {
                boolean known = i == 0 || i == MINUTE - 1;
                rows.add(new PriceSecond(
                        symbol,
                        BusinessTime.ofEpochSecond(start + i),
                        new SpotPrice(candle.open().units() + Math.round(step * i)),
                        known ? PriceQuality.BACKFILLED : PriceQuality.INTERPOLATED,
                        Optional.empty(),
                        Optional.empty(),
                        Deltas.NONE,
                        Volatility.NONE));
            }
        }
    }
}
