package io.recio.kalshi.socket;

import io.recio.domain.market.Book;
import io.recio.domain.market.Level;
import io.recio.domain.market.Side;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** One market's book while it changes. */
final class LiveBook {

    private final TreeMap<Price, Long> yes = new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<Price, Long> no = new TreeMap<>(Comparator.reverseOrder());

    LiveBook(Book snapshot) {
        snapshot.yesBids().forEach(level -> yes.put(level.price(), level.size().units()));
        snapshot.noBids().forEach(level -> no.put(level.price(), level.size().units()));
    }

    /**
     * Changes a level by hundredths of a contract; at zero it goes.
     *
     * @return false when the level would fall below zero: the book was wrong
     */
    boolean change(Side side, Price price, long change) {
        TreeMap<Price, Long> levels = side == Side.YES ? yes : no;
        long size = Math.addExact(levels.getOrDefault(price, 0L), change);
        if (size < 0) {
            return false;
        }
        if (size == 0) {
            levels.remove(price);
        } else {
            levels.put(price, size);
        }
        return true;
    }

    Book book() {
        return new Book(levels(yes), levels(no));
    }

    private static List<Level> levels(TreeMap<Price, Long> sizes) {
        List<Level> levels = new ArrayList<>(sizes.size());
        sizes.forEach((price, size) -> levels.add(new Level(price, new Quantity(size))));
        return levels;
    }
}
