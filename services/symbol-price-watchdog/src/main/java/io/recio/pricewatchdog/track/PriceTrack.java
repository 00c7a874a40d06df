package io.recio.pricewatchdog.track;

import io.recio.coinbase.Candle;
import io.recio.coinbase.Trade;
import io.recio.domain.price.PriceSecond;
import io.recio.domain.price.PriceWindow;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.price.Symbol;
import io.recio.domain.time.BusinessTime;
import io.recio.pricewatchdog.track.SecondTape.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last hour of one symbol and which of its rows are yet to be written.
 *
 * <p>A closed second is written once. When an older second changes, it and all after it are due again, because their
 * deltas, means and volatilities rest on it. Not thread-safe.
 */
public final class PriceTrack {

    private static final int SECONDS_PER_MINUTE = 60;

    /** Older seconds are passed over; the window holds a few more. */
    private static final int LONGEST_MEMORY = 4000;

    private static final long NONE = Long.MAX_VALUE;

    private final PriceWindow window;
    private final SecondTape tape = new SecondTape();

    private @Nullable Trade newest;
    /** The first second that was never due. */
    private long unwritten = NONE;
    /** Where rewriting goes on; everything from here on is to be written again. */
    private long rewriteFrom = NONE;
    /** From where on seconds may be missing. */
    private long holesFrom = NONE;

    public PriceTrack(Symbol symbol) {
        window = new PriceWindow(symbol);
    }

    /** Takes rows written before, oldest first. */
    public void restore(List<PriceSecond> seconds) {
        for (PriceSecond second : seconds) {
            if (second.quality().isKnown()) {
                window.backfill(second.at(), second.price());
                unwritten = second.at().epochSecond() + 1;
            }
        }
        holesFrom = unwritten;
    }

    /** Takes a trade of the feed, newer than every one before. */
    public void seen(Trade trade) {
        Trade before = newest;
        boolean next = before != null && trade.id() == before.id() + 1;
        long second = trade.time().epochSecond();
        if (!next) {
            lost();
        }
        window.newestSecond().ifPresent(at -> {
            if (second < at.epochSecond()) {
                // A heartbeat overtook the trade: seconds thought quiet carry its price.
                rewrite(second);
            }
        });
        window.trade(trade.time(), trade.price());
        tape.add(trade);
        newest = trade;
        if (unwritten == NONE) {
            unwritten = second;
        }
        if (next) {
            settle(before.time().epochSecond(), second);
        }
    }

    /** Takes a trade that others had overtaken. */
    public void late(Trade trade) {
        tape.add(trade);
        settle(trade.time().epochSecond(), trade.time().epochSecond());
    }

    /** Takes a heartbeat: when it names our newest trade, the tape was quiet until then. */
    public void heard(long lastTradeId, BusinessTime time) {
        Trade last = newest;
        if (last == null || last.id() != lastTradeId) {
            return;
        }
        long from = window.newestSecond().map(BusinessTime::epochSecond).orElseThrow();
        window.quiet(time);
        // After a loss the window takes nobody's word; but this is proof, the trade ids meet.
        for (long second = Math.max(from, last.time().epochSecond() + 1); second <= time.epochSecond(); second++) {
            fill(second, last.price());
        }
    }

    /** Notes that trades may be missing from here on. */
    public void lost() {
        window.newestSecond().ifPresent(at -> holesFrom = Math.min(holesFrom, at.epochSecond()));
        window.lose();
    }

    /** Takes trades asked for afterwards, neighbours by id, oldest first. */
    public void filled(List<Trade> trades) {
        for (Trade trade : trades) {
            Trade last = newest;
            if (last != null && trade.id() > last.id() && !trade.time().isBefore(last.time())) {
                seen(trade);
            } else {
                tape.add(trade);
            }
        }
        if (!trades.isEmpty()) {
            holesFrom = Math.min(holesFrom, trades.getFirst().time().epochSecond());
            settle(
                    trades.getFirst().time().epochSecond(),
                    trades.getLast().time().epochSecond());
        }
    }

    /** Takes the first and last price of each minute for seconds that are still unknown. */
    public void filledFromCandles(List<Candle> candles) {
        for (Candle candle : candles) {
            long start = candle.start().epochSecond();
            fillUnknown(start, candle.open());
            fillUnknown(start + SECONDS_PER_MINUTE - 1, candle.close());
        }
    }

    /** Draws lines through what is missing, once nothing more is expected. */
    public void interpolate() {
        long end = window.newestSecond().map(BusinessTime::epochSecond).orElse(0L);
        for (long second = Math.max(holesFrom, end - LONGEST_MEMORY); second < end; second++) {
            if (!isKnown(second)) {
                window.interpolate();
                rewrite(second);
                break;
            }
        }
        holesFrom = NONE;
    }

    /**
     * The closed seconds to write now, oldest first. Asked for once, they count as written.
     *
     * @param limit the most rows; what is left over is due next time
     * @param history whether seconds that changed are due as well, or only new ones
     */
    public List<PriceSecond> due(int limit, boolean history) {
        Optional<BusinessTime> open = window.newestSecond();
        if (open.isEmpty() || unwritten == NONE) {
            return List.of();
        }
        long end = open.get().epochSecond();
        if (end - unwritten > limit) {
            long from = unwritten;
            unwritten = end - limit;
            rewrite(from);
        }
        List<PriceSecond> rows = new ArrayList<>();
        if (history && rewriteFrom < unwritten) {
            // New seconds go first, history takes the room they leave.
            long upTo = Math.min(unwritten, rewriteFrom + Math.max(1, limit - (end - unwritten)));
            add(rows, rewriteFrom, upTo);
            rewriteFrom = upTo;
        }
        if (rewriteFrom >= unwritten) {
            rewriteFrom = NONE;
        }
        add(rows, unwritten, end);
        unwritten = Math.max(unwritten, end);
        return rows;
    }

    /** Whether seconds that changed wait to be written again. */
    public boolean hasHistoryDue() {
        return rewriteFrom != NONE;
    }

    public Optional<Trade> newestTrade() {
        return Optional.ofNullable(newest);
    }

    public PriceWindow window() {
        return window;
    }

    /** Gives each second from the entry before the first to the entry after the last the price its trades prove. */
    private void settle(long first, long last) {
        Optional<Entry> at = tape.before(first).or(() -> tape.from(first));
        while (at.isPresent() && at.get().second() <= last) {
            Entry entry = at.get();
            Optional<Entry> next = tape.from(entry.second() + 1);
            fill(entry.second(), entry.price());
            if (next.isPresent() && entry.meets(next.get())) {
                for (long second = entry.second() + 1; second < next.get().second(); second++) {
                    fill(second, entry.price());
                }
            }
            at = next;
        }
    }

    private void fill(long second, SpotPrice price) {
        BusinessTime at = BusinessTime.ofEpochSecond(second);
        boolean stands = window.second(at)
                .filter(known -> known.quality().isKnown() && known.price().equals(price))
                .isPresent();
        if (!stands && isRemembered(second)) {
            window.backfill(at, price);
            rewrite(second);
        }
    }

    private void fillUnknown(long second, SpotPrice price) {
        BusinessTime at = BusinessTime.ofEpochSecond(second);
        boolean past = window.newestSecond().filter(at::isBefore).isPresent();
        if (past && isRemembered(second) && !isKnown(second)) {
            holesFrom = Math.min(holesFrom, second);
            window.backfill(at, price);
            rewrite(second);
        }
    }

    private boolean isRemembered(long second) {
        return window.newestSecond()
                .filter(newest -> second > newest.epochSecond() - LONGEST_MEMORY)
                .isPresent();
    }

    private boolean isKnown(long second) {
        return window.second(BusinessTime.ofEpochSecond(second))
                .filter(row -> row.quality().isKnown())
                .isPresent();
    }

    private void rewrite(long second) {
        if (unwritten != NONE && second < unwritten) {
            rewriteFrom = Math.min(rewriteFrom, second);
        }
    }

    private void add(List<PriceSecond> rows, long from, long to) {
        for (long second = from; second < to; second++) {
            window.second(BusinessTime.ofEpochSecond(second)).ifPresent(rows::add);
        }
    }
}
