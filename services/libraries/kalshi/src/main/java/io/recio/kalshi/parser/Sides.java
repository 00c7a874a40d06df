package io.recio.kalshi.parser;

import io.recio.domain.market.Side;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one place where the exchange's words of direction become {@link Side}, the outcome bought.
 *
 * <table>
 *   <caption>Conversion (EXCHANGES, section A8)</caption>
 *   <tr><th>{@code outcome_side}</th><th>{@code book_side}, {@code side} of an order</th><th>{@code action} + {@code side} (old)</th><th>Side bought</th></tr>
 *   <tr><td>yes</td><td>bid</td><td>buy yes, sell no</td><td>YES</td></tr>
 *   <tr><td>no</td><td>ask</td><td>buy no, sell yes</td><td>NO</td></tr>
 * </table>
 *
 * <p>The price never turns with the direction: order, fill and trade prices are always the price of yes. Only a book
 * names prices of its own side: a level under {@code no} has the price of no.
 */
public final class Sides {

    private Sides() {}

    /** {@code yes} or {@code no}; anything else is empty. */
    public static Optional<Side> ofOutcome(@Nullable String outcome) {
        return switch (outcome) {
            case "yes" -> Optional.of(Side.YES);
            case "no" -> Optional.of(Side.NO);
            case null, default -> Optional.empty();
        };
    }

    /** {@code bid} or {@code ask}; anything else is empty. */
    public static Optional<Side> ofBookSide(@Nullable String bookSide) {
        return switch (bookSide) {
            case "bid" -> Optional.of(Side.YES);
            case "ask" -> Optional.of(Side.NO);
            case null, default -> Optional.empty();
        };
    }

    /** The outcome bought, from whichever of the words is there, the newest first. */
    static Optional<Side> bought(
            @Nullable String outcomeSide, @Nullable String bookSide, @Nullable String action, @Nullable String side) {
        return ofOutcome(outcomeSide).or(() -> ofBookSide(bookSide)).or(() -> ofOldWords(action, side));
    }

    /** How an order that buys the side is written. */
    public static String bookSide(Side bought) {
        return switch (bought) {
            case YES -> "bid";
            case NO -> "ask";
        };
    }

    private static Optional<Side> ofOldWords(@Nullable String action, @Nullable String side) {
        return switch (action) {
            case "buy" -> ofOutcome(side);
            case "sell" -> ofOutcome(side).map(Side::opposite);
            case null, default -> Optional.empty();
        };
    }
}
