package io.recio.domain.striketable;

import io.recio.domain.market.MarketStatus;
import io.recio.domain.money.Quantity;
import io.recio.domain.price.PriceSnapshot;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.probability.ModelName;
import io.recio.domain.probability.ProbabilityModel;
import io.recio.domain.striketable.StrikePricer.Answer;
import io.recio.domain.time.BusinessTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Makes the strike table and the live probabilities of an event (PRODUCT, section 4). Pure: the same inputs give the same
 * tables. A row that cannot be worked out says so and spoils no other.
 */
public final class StrikeTableBuilder {

    /** Strikes in a table, those nearest the price. */
    public static final int ROWS = 21;

    private static final Comparator<QuotedMarket> BY_STRIKE = Comparator.comparing(StrikeTableBuilder::level);

    private final StrikePricer pricer;
    private final StrikeRows rows;

    /**
     * @param models in order of preference; the first that has an answer prices a strike
     * @param orderSize the configured size, by which the fee per contract is estimated
     */
    public StrikeTableBuilder(List<ProbabilityModel> models, FeeEstimate fees, Quantity orderSize) {
        this.pricer = new StrikePricer(models);
        this.rows = new StrikeRows(fees, orderSize);
    }

    public StrikeTables build(EventQuotes event, PriceSnapshot snapshot, BusinessTime now) {
        SharedInputs shared = SharedInputs.of(event, snapshot, now);
        SpotPrice price = shared.view().price();
        List<QuotedMarket> markets = new ArrayList<>(event.markets());
        markets.sort(BY_STRIKE);
        NearestStrikes nearest = NearestStrikes.of(markets, price, ROWS);
        OptionalDouble tier = strikeTier(markets);

        List<StrikeRow> table = new ArrayList<>(ROWS);
        List<LiveProbability> live = new ArrayList<>(markets.size());
        for (int i = 0; i < markets.size(); i++) {
            Answer answer = pricer.ask(event, shared, markets.get(i).market());
            live.add(StrikeRows.live(price, markets.get(i), answer));
            if (nearest.holds(i)) {
                table.add(rows.row(price, tier, markets.get(i), answer));
            }
        }

        long ttcSeconds = Math.max(0, now.until(event.closesAt()).toSeconds());
        Optional<ModelName> model = table.isEmpty()
                ? Optional.empty()
                : table.get(nearest.closest() - nearest.from()).model();
        MarketStatus status = markets.isEmpty()
                ? MarketStatus.UNKNOWN
                : markets.get(nearest.closest()).market().status();
        return new StrikeTables(
                new StrikeTable(
                        event.symbol(),
                        event.broker(),
                        price,
                        shared.view().basis(),
                        ttcSeconds,
                        event.ticker(),
                        event.closesAt(),
                        event.title(),
                        status,
                        tier,
                        now,
                        snapshot.momentum(),
                        snapshot.deltas(),
                        model,
                        shared.reasons(),
                        table),
                new LiveProbabilities(
                        event.symbol(), event.ticker(), price, shared.view().basis(), ttcSeconds, now, live));
    }

    /** The smallest gap between neighbours, dollars: a strike that is missing does not widen it. */
    private static OptionalDouble strikeTier(List<QuotedMarket> byStrike) {
        double tier = Double.MAX_VALUE;
        for (int i = 1; i < byStrike.size(); i++) {
            double gap = level(byStrike.get(i)).distanceTo(level(byStrike.get(i - 1)));
            if (gap > 0) {
                tier = Math.min(tier, gap);
            }
        }
        return tier == Double.MAX_VALUE ? OptionalDouble.empty() : OptionalDouble.of(tier);
    }

    private static SpotPrice level(QuotedMarket quoted) {
        return quoted.market().strike().level();
    }
}
