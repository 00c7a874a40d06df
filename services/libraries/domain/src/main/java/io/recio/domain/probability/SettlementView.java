package io.recio.domain.probability;

import io.recio.domain.price.IndexValue;
import io.recio.domain.price.PartialAverage;
import io.recio.domain.price.PriceSnapshot;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.time.BusinessTime;
import java.util.Optional;

/**
 * How a market's settlement looks from now: which price it rests on and the average to be priced.
 *
 * @param price of the index when it is fresh and knows the running window, otherwise the spot price
 * @param average absent exactly when there is a reason
 * @param noProbability why the average cannot be priced
 */
public record SettlementView(
        PriceBasis basis, SpotPrice price, Optional<SettlementAverage> average, Optional<NoProbability> noProbability) {

    /** By how many values a running window may lag or lead the clock before it counts as unknown. */
    static final int CLOCK_TOLERANCE = 2;

    private static final double NANOS = 1e9;

    /** Prefers the settlement index and says when it has to do without. */
    public static SettlementView of(PriceSnapshot snapshot, BusinessTime closesAt, BusinessTime now) {
        double ttc = now.until(closesAt).toNanos() / NANOS;
        Optional<IndexValue> index = snapshot.index().filter(value -> value.isFresh(now));
        if (index.isPresent()) {
            IndexValue value = index.get();
            SettlementView view = of(PriceBasis.INDEX, value.price(), value.average(), closesAt, ttc);
            if (!view.noProbability().equals(Optional.of(NoProbability.AVERAGE_UNKNOWN))) {
                return view;
            }
        }
        return of(PriceBasis.SPOT, snapshot.price(), snapshot.spotAverage(), closesAt, ttc);
    }

    private static SettlementView of(
            PriceBasis basis, SpotPrice price, Optional<PartialAverage> running, BusinessTime closesAt, double ttc) {
        if (ttc <= 0) {
            return none(basis, price, NoProbability.MARKET_CLOSED);
        }
        if (ttc >= SettlementAverage.WINDOW_SECONDS) {
            return some(basis, price, SettlementAverage.before(price.value(), ttc));
        }
        Optional<PartialAverage> ours =
                running.filter(partial -> partial.closesAt().equals(closesAt));
        int seen = ours.map(PartialAverage::seen).orElse(0);
        int due = PartialAverage.VALUES - (int) Math.ceil(ttc);
        if (Math.abs(due - seen) > CLOCK_TOLERANCE) {
            return none(basis, price, NoProbability.AVERAGE_UNKNOWN);
        }
        if (seen == PartialAverage.VALUES) {
            return none(basis, price, NoProbability.AVERAGE_COMPLETE);
        }
        double sum = ours.map(PartialAverage::sum).orElse(0.0);
        return some(basis, price, SettlementAverage.inside(price.value(), PartialAverage.VALUES - seen, sum));
    }

    private static SettlementView some(PriceBasis basis, SpotPrice price, SettlementAverage average) {
        return new SettlementView(basis, price, Optional.of(average), Optional.empty());
    }

    private static SettlementView none(PriceBasis basis, SpotPrice price, NoProbability reason) {
        return new SettlementView(basis, price, Optional.empty(), Optional.of(reason));
    }
}
