package io.recio.domain.market;

import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The resting bids of one market, for yes and for no; a bid for one side is an offer of the other at its complement
 * (EXCHANGES, section A7).
 *
 * @param yesBids best (highest) first, each of positive size
 * @param noBids best (highest) first, each of positive size
 */
public record Book(List<Level> yesBids, List<Level> noBids) {

    private static final Comparator<Level> BEST_FIRST =
            Comparator.comparing(Level::price).reversed();

    /** After {@link #BEST_FIRST}, which it needs. */
    public static final Book EMPTY = new Book(List.of(), List.of());

    public Book {
        yesBids = sorted(yesBids);
        noBids = sorted(noBids);
    }

    public List<Level> bids(Side side) {
        return side == Side.YES ? yesBids : noBids;
    }

    public Optional<Level> bestBid(Side side) {
        List<Level> bids = bids(side);
        return bids.isEmpty() ? Optional.empty() : Optional.of(bids.getFirst());
    }

    /** The cheapest offer of the side: one dollar less the best bid of the opposite side, with that bid's size. */
    public Optional<Level> bestAsk(Side side) {
        return bestBid(side.opposite()).map(bid -> new Level(bid.price().complement(), bid.size()));
    }

    /** How much of the side can be bought at {@code cap} or better. */
    public Quantity depth(Side side, Price cap) {
        Price worstBid = cap.complement();
        Quantity depth = Quantity.ZERO;
        for (Level level : bids(side.opposite())) {
            if (level.price().isBelow(worstBid)) {
                break;
            }
            depth = depth.plus(level.size());
        }
        return depth;
    }

    /** The book after {@code size} contracts rest at the price; zero removes the level. */
    public Book with(Side side, Price price, Quantity size) {
        List<Level> changed = new ArrayList<>(bids(side));
        changed.removeIf(level -> level.price().equals(price));
        if (size.isPositive()) {
            changed.add(new Level(price, size));
        }
        return side == Side.YES ? new Book(changed, noBids) : new Book(yesBids, changed);
    }

    private static List<Level> sorted(List<Level> levels) {
        return levels.stream()
                .filter(level -> level.size().isPositive())
                .sorted(BEST_FIRST)
                .toList();
    }
}
