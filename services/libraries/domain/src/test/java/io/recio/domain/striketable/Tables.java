package io.recio.domain.striketable;

import io.recio.domain.market.Book;
import io.recio.domain.market.EventTicker;
import io.recio.domain.market.Level;
import io.recio.domain.market.Market;
import io.recio.domain.market.MarketStatus;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.PriceGrid;
import io.recio.domain.market.Strike;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.price.Deltas;
import io.recio.domain.price.FeedPulse;
import io.recio.domain.price.Momentum;
import io.recio.domain.price.PriceSnapshot;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.price.Symbol;
import io.recio.domain.price.Volatility;
import io.recio.domain.probability.ModelName;
import io.recio.domain.probability.NoProbability;
import io.recio.domain.probability.Pricing;
import io.recio.domain.probability.Pricing.Priced;
import io.recio.domain.probability.Pricing.Unpriced;
import io.recio.domain.probability.PricingInputs;
import io.recio.domain.probability.Probability;
import io.recio.domain.probability.ProbabilityModel;
import io.recio.domain.striketable.EventQuotes.BookState;
import io.recio.domain.time.BusinessTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The event that the tests of this package look at: an hour of BTC, a quarter of an hour before it closes. */
final class Tables {

    static final EventTicker EVENT = new EventTicker("KXBTCD-26NOV2212");
    static final BusinessTime CLOSE = BusinessTime.parse("2026-11-22T17:00:00Z");
    static final BusinessTime NOW = CLOSE.minus(Duration.ofMinutes(15));
    static final FeeEstimate NO_FEE = (price, quantity) -> Money.ZERO;

    private Tables() {}

    static EventQuotes event(QuotedMarket... markets) {
        return new EventQuotes(
                Symbol.BTC,
                "Kalshi",
                EVENT,
                "Bitcoin price on Nov 22 at 12pm EST?",
                CLOSE,
                true,
                BookState.FRESH,
                List.of(markets));
    }

    /** A market above {@code shown} less a cent. */
    static Market market(long shown) {
        return market(shown, MarketStatus.ACTIVE);
    }

    static Market market(long shown, MarketStatus status) {
        return new Market(
                new MarketTicker("KXBTCD-26NOV2212-T" + (shown - 1) + ".99"),
                EVENT,
                Strike.above(new SpotPrice(shown * 1_000_000 - 10_000)),
                status,
                CLOSE.minus(Duration.ofHours(1)),
                CLOSE,
                PriceGrid.LINEAR_CENT,
                2);
    }

    static QuotedMarket quoted(long shown) {
        return new QuotedMarket(market(shown), Book.EMPTY, Quantity.ZERO);
    }

    /** With asks of both sides in cents, 50 contracts each, and a volume in contracts. */
    static QuotedMarket quoted(long shown, long yesAsk, long noAsk, long volume) {
        Book book = new Book(
                List.of(new Level(Price.ofCents(100 - noAsk), Quantity.ofContracts(50))),
                List.of(new Level(Price.ofCents(100 - yesAsk), Quantity.ofContracts(50))));
        return new QuotedMarket(market(shown), book, Quantity.ofContracts(volume));
    }

    static PriceSnapshot snapshot(String price) {
        OptionalDouble sigma = OptionalDouble.of(1e-4);
        return new PriceSnapshot(
                Symbol.BTC,
                SpotPrice.of(price),
                NOW,
                Optional.empty(),
                Optional.of(new Momentum(0.05)),
                Deltas.NONE,
                new Volatility(sigma, sigma, sigma, sigma, sigma),
                FeedPulse.heard(NOW),
                Optional.empty(),
                Optional.empty());
    }

    /** Knows p(yes), in percent, of the strikes it is given by the dollars shown; nothing of others. */
    static ProbabilityModel knowing(ModelName name, Map<Long, Double> percentYes) {
        return new ProbabilityModel() {
            @Override
            public ModelName name() {
                return name;
            }

            @Override
            public Pricing above(double level, PricingInputs inputs) {
                Double percent = percentYes.get(Math.round(level));
                return percent == null
                        ? new Priced(new Probability(0), name, inputs.basis())
                        : new Priced(Probability.ofPercent(percent), name, inputs.basis());
            }
        };
    }

    static ProbabilityModel silent(ModelName name, NoProbability reason) {
        return new ProbabilityModel() {
            @Override
            public ModelName name() {
                return name;
            }

            @Override
            public Pricing above(double level, PricingInputs inputs) {
                return new Unpriced(reason);
            }
        };
    }
}
