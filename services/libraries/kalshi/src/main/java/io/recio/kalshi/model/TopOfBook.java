package io.recio.kalshi.model;

import io.recio.domain.market.Level;
import io.recio.domain.market.Side;
import java.util.Optional;

/**
 * The best quotes of a market. The exchange's sentinel for "no quote" (a bid of 0, an ask of 1 dollar, a size of 0) is
 * an empty quote here.
 */
public record TopOfBook(Optional<Level> yesBid, Optional<Level> yesAsk) {

    public static final TopOfBook EMPTY = new TopOfBook(Optional.empty(), Optional.empty());

    /** What the side can be sold at. */
    public Optional<Level> bid(Side side) {
        return side == Side.YES ? yesBid : yesAsk.map(TopOfBook::opposite);
    }

    /** What the side can be bought at. */
    public Optional<Level> ask(Side side) {
        return side == Side.YES ? yesAsk : yesBid.map(TopOfBook::opposite);
    }

    private static Level opposite(Level level) {
        return new Level(level.price().complement(), level.size());
    }
}
