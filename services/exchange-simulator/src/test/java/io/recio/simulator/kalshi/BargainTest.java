package io.recio.simulator.kalshi;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.market.Level;
import io.recio.domain.market.SeriesTicker;
import io.recio.domain.market.Side;
import io.recio.domain.money.Money;
import io.recio.domain.money.Quantity;
import io.recio.domain.price.Symbol;
import io.recio.domain.price.Volatility;
import io.recio.domain.probability.PriceBasis;
import io.recio.domain.probability.Pricing;
import io.recio.domain.probability.PricingInputs;
import io.recio.domain.probability.SettlementAverage;
import io.recio.domain.probability.VolatilityModel;
import io.recio.domain.time.BusinessTime;
import io.recio.simulator.SimulatorConfig;
import io.recio.simulator.instrument.Instrument;
import io.recio.simulator.instrument.Instruments;
import io.recio.simulator.kalshi.exchange.Exchange;
import io.recio.simulator.kalshi.exchange.ExchangeConditions;
import io.recio.simulator.kalshi.exchange.FeePrecision;
import io.recio.simulator.kalshi.exchange.FeeTerms;
import io.recio.simulator.kalshi.exchange.Floor;
import io.recio.simulator.kalshi.exchange.HourlyMarket;
import io.recio.simulator.kalshi.exchange.SeriesSpec;
import io.recio.simulator.price.PricePath;
import io.recio.simulator.price.SimulatedPricePath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** A patient buyer with the platform's own model and default limits finds something in most hours, and not always. */
class BargainTest {

    private static final int HOURS = 16;
    private static final double LEAST_PERCENT = 95;
    private static final double LEAST_CENTS = 0.25;
    private static final double MOST_CENTS = 98;

    private final VolatilityModel model = new VolatilityModel();
    private final PricePath path = new SimulatedPricePath(new Settings(), new Instruments(List.of(instrument())));
    private BusinessTime now = BusinessTime.parse("2026-11-18T12:30:00Z");

    @Test
    void offersTheFavouriteTooCheapInMostHours() {
        Exchange exchange = exchange();
        int good = 0;
        int looks = 0;
        int bargains = 0;
        for (int hour = 0; hour < HOURS; hour++) {
            BusinessTime close = BusinessTime.parse("2026-11-18T13:00:00Z").plus(Duration.ofHours(hour));
            int found = 0;
            for (int ttc = 900; ttc >= 120; ttc -= 5) {
                now = close.minus(Duration.ofSeconds(ttc));
                Volatility volatility = volatility();
                int seconds = ttc;
                found += exchange.<Boolean>locked(floor -> hasBargain(floor, close, seconds, volatility)) ? 1 : 0;
                looks++;
            }
            bargains += found;
            good += found > 0 ? 1 : 0;
        }
        assertThat(good).as("hours with a bargain of %d", HOURS).isGreaterThanOrEqualTo(HOURS * 3 / 5);
        assertThat(bargains).as("looks with a bargain of %d", looks).isLessThan(looks / 2);
    }

    private boolean hasBargain(Floor floor, BusinessTime close, int ttc, Volatility volatility) {
        double price = path.priceAt(Symbol.BTC, now).value();
        PricingInputs inputs =
                new PricingInputs(PriceBasis.SPOT, SettlementAverage.before(price, ttc), Optional.empty(), volatility);
        return floor.markets()
                .all()
                .filter(market -> market.event().closesAt().equals(close))
                .filter(market -> market.volume().isAtLeast(Quantity.ofContracts(1000)))
                .anyMatch(market -> isBargain(market, price, inputs));
    }

    private boolean isBargain(HourlyMarket market, double price, PricingInputs inputs) {
        double strike = market.strike().level().value();
        Optional<Pricing.Priced> priced = model.above(strike, inputs).priced();
        Side side = strike < price ? Side.YES : Side.NO;
        Optional<Level> ask = market.bookView().bestAsk(side);
        if (priced.isEmpty() || ask.isEmpty()) {
            return false;
        }
        double yes = priced.get().probability().percent();
        double percent = side == Side.YES ? yes : 100 - yes;
        double cents = ask.get().price().cents();
        double fee = Math.ceil(7 * cents / 100 * (1 - cents / 100));
        return percent >= LEAST_PERCENT && cents <= MOST_CENTS && percent - cents - fee >= LEAST_CENTS;
    }

    private Volatility volatility() {
        return new Volatility(deviation(30), deviation(60), deviation(300), deviation(900), deviation(3600));
    }

    private OptionalDouble deviation(int seconds) {
        double sum = 0;
        double later = path.priceAt(Symbol.BTC, now).value();
        for (int back = 1; back <= seconds; back++) {
            double earlier = path.priceAt(Symbol.BTC, now.minus(Duration.ofSeconds(back)))
                    .value();
            sum += Math.pow(Math.log(later / earlier), 2);
            later = earlier;
        }
        return OptionalDouble.of(Math.sqrt(sum / seconds));
    }

    private Exchange exchange() {
        SeriesSpec series = new SeriesSpec(
                new SeriesTicker("KXBTCD"),
                Symbol.BTC,
                "Bitcoin",
                "BRTI",
                Optional.empty(),
                75,
                FeeTerms.CRYPTO,
                SeriesSpec.HOURLY);
        return new Exchange(
                new Exchange.Setup(
                        20261122,
                        List.of(series),
                        FeePrecision.NON_DIRECT,
                        Money.of("1000"),
                        path::indexAt,
                        ExchangeConditions.NORMAL,
                        () -> now),
                event -> {});
    }

    private static Instrument instrument() {
        return new Instrument(Symbol.BTC, "BTC-USD", new SeriesTicker("KXBTCD"), "BRTI", 118_000, 0.005);
    }

    private record Settings() implements SimulatorConfig {

        @Override
        public String prices() {
            return "generated";
        }

        @Override
        public long seed() {
            return 20261122;
        }

        @Override
        public int tradesPerMinute() {
            return 90;
        }

        @Override
        public double quietShare() {
            return 0.15;
        }

        @Override
        public Map<String, SymbolSettings> symbols() {
            return Map.of();
        }
    }
}
