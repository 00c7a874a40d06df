package io.recio.domain.striketable;

import io.recio.domain.price.SpotPrice;
import java.util.List;

/**
 * Which of the sorted markets lie nearest the price: those from {@code from} up to but not {@code to}.
 *
 * @param closest the very nearest; meaningless when there is no market
 */
record NearestStrikes(int from, int to, int closest) {

    static NearestStrikes of(List<QuotedMarket> byStrike, SpotPrice price, int count) {
        int from = 0;
        int to = byStrike.size();
        while (to - from > count) {
            if (distance(byStrike.get(from), price) > distance(byStrike.get(to - 1), price)) {
                from++;
            } else {
                to--;
            }
        }
        int closest = from;
        for (int i = from + 1; i < to; i++) {
            if (distance(byStrike.get(i), price) < distance(byStrike.get(closest), price)) {
                closest = i;
            }
        }
        return new NearestStrikes(from, to, closest);
    }

    boolean holds(int index) {
        return index >= from && index < to;
    }

    private static double distance(QuotedMarket quoted, SpotPrice price) {
        return quoted.market().strike().level().distanceTo(price);
    }
}
