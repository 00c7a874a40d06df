package io.recio.simulator.price;

import io.recio.domain.price.SpotPrice;
import io.recio.domain.price.Symbol;
import io.recio.domain.time.BusinessTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the underlying does at any time: a function of the seed and the moment asked, apart from ticks injected by hand.
 *
 * <p>Any moment from 2015 on may be asked in any order, also in the future; the caller keeps to its clock. Safe for many
 * threads. A symbol that is not configured, or an earlier time, is an {@link IllegalArgumentException}.
 */
public interface PricePath {

    /** Price of the last trade at or before that time. */
    SpotPrice priceAt(Symbol symbol, BusinessTime time);

    /**
     * The settlement index's value of the whole second that contains {@code time}, to the cent: near the spot price at
     * the start of that second, with a small seeded basis. The value of second t stands in the average of the window
     * that ends at t or later.
     */
    SpotPrice indexAt(Symbol symbol, BusinessTime time);

    /** Whether prices of that time can be asked: the symbol is known, and the time is not before 2015. */
    boolean covers(Symbol symbol, BusinessTime time);

    /** Whether the prices of that time follow a recorded bar; otherwise they are generated throughout. */
    boolean isRecorded(Symbol symbol, BusinessTime time);

    /** Trades after {@code from} up to and including {@code to}, oldest first. */
    List<Trade> trades(Symbol symbol, BusinessTime from, BusinessTime to);

    /** The last trade at or before that time. */
    Trade lastTrade(Symbol symbol, BusinessTime time);

    /** The trade with that number, when there is one. */
    Optional<Trade> tradeById(Symbol symbol, long id);

    /**
     * Bars that start at or after {@code from} and before {@code to}, oldest first, none for an interval without a
     * trade.
     *
     * @param interval whole minutes; bars start at multiples of it since the epoch
     */
    List<Bar> bars(Symbol symbol, BusinessTime from, BusinessTime to, Duration interval);
}
