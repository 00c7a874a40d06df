package io.recio.simulator.kalshi.exchange;

import io.recio.domain.market.Book;
import io.recio.domain.market.Level;
import io.recio.domain.market.Side;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The resting bids of one market for yes and for no, best first; a bid for one side is an offer of the other. */
final class MarketBook {

    private final Map<Side, NavigableMap<Price, BookLevel>> sides = new EnumMap<>(Side.class);

    MarketBook() {
        for (Side side : Side.values()) {
            sides.put(side, new TreeMap<>(Comparator.reverseOrder()));
        }
    }

    /** The best bid for the side, none when nobody bids. */
    Optional<BookLevel> best(Side side) {
        NavigableMap<Price, BookLevel> levels = side(side);
        return levels.isEmpty()
                ? Optional.empty()
                : Optional.of(levels.firstEntry().getValue());
    }

    /** The level of that price, made when there is none. */
    BookLevel level(Side side, Price price) {
        return side(side).computeIfAbsent(price, BookLevel::new);
    }

    /** The generated size that bids for the side at that price. */
    Quantity generated(Side side, Price price) {
        BookLevel level = side(side).get(price);
        return level == null ? Quantity.ZERO : level.generated();
    }

    /** The bids for the side, best first; a copy. */
    List<BookLevel> levels(Side side) {
        return new ArrayList<>(side(side).values());
    }

    /** Forgets the level when nothing rests there. */
    void tidy(Side side, BookLevel level) {
        if (level.isEmpty()) {
            side(side).remove(level.price());
        }
    }

    /** Whether an order to buy the side at {@code price} would trade at once. */
    boolean crosses(Side side, Price price) {
        return best(side.opposite())
                .filter(bid -> !bid.price().isBelow(price.complement()))
                .isPresent();
    }

    /** How much of the side can be bought at {@code price} or better. */
    Quantity depth(Side side, Price price) {
        Quantity depth = Quantity.ZERO;
        for (BookLevel level : side(side.opposite()).values()) {
            if (level.price().isBelow(price.complement())) {
                break;
            }
            depth = depth.plus(level.size());
        }
        return depth;
    }

    /** A copy without owners. */
    Book view() {
        return new Book(view(Side.YES), view(Side.NO));
    }

    private List<Level> view(Side side) {
        Collection<BookLevel> levels = side(side).values();
        return levels.stream()
                .map(level -> new Level(level.price(), level.size()))
                .toList();
    }

    private NavigableMap<Price, BookLevel> side(Side side) {
        return sides.get(side);
    }
}
