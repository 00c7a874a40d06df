package io.recio.simulator.price;

import static io.recio.simulator.price.MinuteTape.MINUTE_MICROS;

import io.recio.domain.price.SpotPrice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One symbol's trades as the world sees them: the tape, with injected ticks in between. After an injected tick the tape
 * goes on from that price: its own prices are multiplied by the ratio of the two, and its numbers move up by one.
 *
 * <p>Moments are microseconds since the epoch.
 */
final class SymbolPath {

    private final Tape tape;
    private final InjectedTicks injected = new InjectedTicks();

    SymbolPath(Tape tape) {
        this.tape = tape;
    }

    boolean isRecorded(long micros) {
        return tape.bars().isRecorded(Math.floorDiv(micros, MINUTE_MICROS));
    }

    Trade lastTrade(long micros) {
        long minute = Math.floorDiv(micros, MINUTE_MICROS);
        MinuteTape trades = tape.minute(minute);
        int count = trades == null ? 0 : trades.countUntil(micros);
        if (trades == null || count == 0) {
            trades = tape.minuteAtOrBefore(minute - 1);
            count = trades.size();
        }
        int ticks = injected.countUntil(micros);
        if (ticks > 0 && injected.get(ticks - 1).micros() >= trades.micros(count - 1)) {
            return injected.get(ticks - 1).trade();
        }
        return trade(trades, count - 1);
    }

    /** When the tape's next trade happens, at most a minute or so ahead; absent when this and the next minute have none. */
    OptionalLong nextTrade(long micros) {
        long minute = Math.floorDiv(micros, MINUTE_MICROS);
        for (long each = minute; each <= minute + 1; each++) {
            MinuteTape trades = tape.minute(each);
            int count = trades == null ? 0 : trades.countUntil(micros);
            if (trades != null && count < trades.size()) {
                return OptionalLong.of(trades.micros(count));
            }
        }
        return OptionalLong.empty();
    }

    /** Trades after {@code from} up to and including {@code to}. */
    List<Trade> trades(long from, long to) {
        List<Trade> trades = new ArrayList<>();
        for (long minute = Math.floorDiv(from, MINUTE_MICROS); minute * MINUTE_MICROS <= to; minute++) {
            MinuteTape printed = tape.minute(minute);
            if (printed != null) {
                int end = printed.countUntil(to);
                for (int i = printed.countUntil(from); i < end; i++) {
                    trades.add(trade(printed, i));
                }
            }
        }
        int first = injected.countUntil(from);
        int last = injected.countUntil(to);
        for (int i = first; i < last; i++) {
            trades.add(injected.get(i).trade());
        }
        if (last > first) {
            trades.sort(Comparator.comparingLong(Trade::id));
        }
        return trades;
    }

    Optional<Trade> tradeById(long id) {
        int ticks = injected.countUntilId(id);
        if (ticks > 0 && injected.get(ticks - 1).trade().id() == id) {
            return Optional.of(injected.get(ticks - 1).trade());
        }
        long own = id - ticks;
        if (own < 1) {
            return Optional.empty();
        }
        MinuteTape trades = tape.holding(own);
        return Optional.of(trade(trades, (int) (own - trades.id(0))));
    }

    /** The trades of that minute before {@code end}, or null when there is none. */
    @Nullable
    MinuteBar bar(long minute, long end) {
        long start = minute * MINUTE_MICROS;
        long minuteEnd = start + MINUTE_MICROS;
        int ticks = injected.countBefore(start);
        if (minuteEnd <= end && injected.countBefore(minuteEnd) == ticks) {
            MinuteBar bar = tape.bars().bar(minute);
            return bar == null || ticks == 0
                    ? bar
                    : bar.times(injected.get(ticks - 1).ratio());
        }
        List<Trade> trades = trades(start - 1, Math.min(minuteEnd, end) - 1);
        if (trades.isEmpty()) {
            return null;
        }
        return new MinuteBar(
                Cents.of(trades.getFirst().price()),
                trades.stream()
                        .mapToLong(trade -> Cents.of(trade.price()))
                        .max()
                        .orElseThrow(),
                trades.stream()
                        .mapToLong(trade -> Cents.of(trade.price()))
                        .min()
                        .orElseThrow(),
                Cents.of(trades.getLast().price()),
                trades.stream().mapToLong(Trade::sizeUnits).sum());
    }

    /** Puts a trade on the tape at that moment, or a microsecond after the tick injected before. */
    synchronized Trade inject(SpotPrice price, long sizeUnits, long micros) {
        int ticks = injected.countUntil(Long.MAX_VALUE - 1);
        long at = ticks == 0 ? micros : Math.max(micros, injected.get(ticks - 1).micros() + 1);
        Trade before = lastTrade(at);
        double ratioBefore = ticks == 0 ? 1 : injected.get(ticks - 1).ratio();
        SpotPrice rounded = Cents.price(Cents.of(price));
        Trade trade = new Trade(
                before.id() + 1,
                MinuteTape.time(at),
                rounded,
                sizeUnits,
                rounded.isBelow(before.price()) ? TakerSide.SELL : TakerSide.BUY);
        injected.add(new InjectedTicks.Tick(
                at, trade, ratioBefore * rounded.value() / before.price().value()));
        return trade;
    }

    private Trade trade(MinuteTape trades, int index) {
        int ticks = injected.countBefore(trades.micros(index));
        double ratio = ticks == 0 ? 1 : injected.get(ticks - 1).ratio();
        return trades.trade(index, trades.id(index) + ticks, Math.max(1, Math.round(trades.cents(index) * ratio)));
    }
}
