package io.recio.simulator.kalshi.exchange;

import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.time.BusinessTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The minutes of one market: quotes and trades, oldest first; the newest two hours are kept. */
public final class CandleSeries {

    private static final int KEPT = 120;
    private static final int SECONDS = 60;

    private final Deque<Candle> candles = new ArrayDeque<>();
    private Price previousPrice = Price.ZERO;
    private Quantity openInterest = Quantity.ZERO;

    /** Open, low, high and close of a price within a minute. */
    public record Range(Price open, Price low, Price high, Price close) {

        static Range of(Price price) {
            return new Range(price, price, price, price);
        }

        Range with(Price price) {
            return new Range(open, price.isBelow(low) ? price : low, price.isAbove(high) ? price : high, price);
        }
    }

    /**
     * One minute.
     *
     * @param endsAt its inclusive end, unix seconds
     * @param trades none when nothing traded
     * @param turnover sum of price times quantity
     * @param previous the last trade before it, zero when there was none
     */
    public record Candle(
            long endsAt,
            Range yesBid,
            Range yesAsk,
            @Nullable Range trades,
            Money turnover,
            Price previous,
            Quantity volume,
            Quantity openInterest) {

        Candle quoted(Price bid, Price ask) {
            return new Candle(
                    endsAt, yesBid.with(bid), yesAsk.with(ask), trades, turnover, previous, volume, openInterest);
        }

        Candle traded(Price price, Quantity quantity, Quantity interest) {
            return new Candle(
                    endsAt,
                    yesBid,
                    yesAsk,
                    trades == null ? Range.of(price) : trades.with(price),
                    turnover.plus(price.times(quantity)),
                    previous,
                    volume.plus(quantity),
                    interest);
        }
    }

    public List<Candle> all() {
        return List.copyOf(candles);
    }

    void quoted(Price bid, Price ask, BusinessTime now) {
        candles.addLast(current(now, bid, ask).quoted(bid, ask));
    }

    void traded(Price price, Quantity quantity, Quantity interest, BusinessTime now) {
        Candle newest = candles.peekLast();
        Price bid = newest == null ? Price.ZERO : newest.yesBid().close();
        Price ask = newest == null ? Price.ONE : newest.yesAsk().close();
        openInterest = interest;
        candles.addLast(current(now, bid, ask).traded(price, quantity, interest));
        previousPrice = price;
    }

    /** Takes the candle of this minute off the end, or makes it. */
    private Candle current(BusinessTime now, Price bid, Price ask) {
        long endsAt = Math.ceilDiv(now.epochSecond(), SECONDS) * SECONDS;
        Candle newest = candles.peekLast();
        if (newest != null && newest.endsAt() == endsAt) {
            return candles.removeLast();
        }
        if (candles.size() == KEPT) {
            candles.removeFirst();
        }
        return new Candle(
                endsAt, Range.of(bid), Range.of(ask), null, Money.ZERO, previousPrice, Quantity.ZERO, openInterest);
    }
}
