package io.recio.localstack.bench;

import io.recio.domain.fee.FeePrecision;
import io.recio.domain.fee.FeeSchedule;
import io.recio.domain.market.Book;
import io.recio.domain.market.EventTicker;
import io.recio.domain.market.Level;
import io.recio.domain.market.Market;
import io.recio.domain.market.MarketStatus;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.PriceGrid;
import io.recio.domain.market.Strike;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.price.Deltas;
import io.recio.domain.price.FeedPulse;
import io.recio.domain.price.Momentum;
import io.recio.domain.price.PriceSnapshot;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.price.Symbol;
import io.recio.domain.price.Volatility;
import io.recio.domain.probability.MoveTable;
import io.recio.domain.probability.VolatilityModel;
import io.recio.domain.striketable.EventQuotes;
import io.recio.domain.striketable.QuotedMarket;
import io.recio.domain.striketable.StrikeTableBuilder;
import io.recio.domain.time.BusinessTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;

/** One strike table of 75 strikes by both models, as the coordinator makes it at every change. */
final class StrikeTableBench {

    private static final int STRIKES = 75;
    private static final int WARM_UP = 50_000;
    private static final int MEASURED = 200_000;
    private static final BusinessTime NOW = BusinessTime.parse("2026-11-22T16:50:00Z");

    private StrikeTableBench() {}

    static Figure run(MoveTable moves) {
        StrikeTableBuilder builder = new StrikeTableBuilder(
                List.of(moves, new VolatilityModel()),
                FeeSchedule.QUADRATIC.estimate(FeePrecision.CENT).orElseThrow(),
                Quantity.ofContracts(10));
        EventQuotes event = event();
        PriceSnapshot snapshot = snapshot();
        Histogram nanos = new Histogram(3);
        long rows = 0;
        for (int i = 0; i < WARM_UP + MEASURED; i++) {
            long began = System.nanoTime();
            rows += builder.build(event, snapshot, NOW).table().rows().size();
            if (i >= WARM_UP) {
                nanos.recordValue(System.nanoTime() - began);
            }
        }
        if (rows != (long) (WARM_UP + MEASURED) * StrikeTableBuilder.ROWS) {
            throw new IllegalStateException("strike table must hold " + StrikeTableBuilder.ROWS + " rows");
        }
        return Figure.micros(
                "strike table, 75 strikes, both models",
                nanos.getValueAtPercentile(50) / 1000.0,
                nanos.getValueAtPercentile(99) / 1000.0,
                "p50 ≤ 25 µs, p99 ≤ 60 µs");
    }

    private static EventQuotes event() {
        EventTicker ticker = new EventTicker("BENCH-HOUR");
        List<QuotedMarket> markets = new ArrayList<>();
        for (int i = 0; i < STRIKES; i++) {
            Market market = new Market(
                    new MarketTicker("BENCH-HOUR-T" + i),
                    ticker,
                    Strike.above(SpotPrice.of(Integer.toString(108_749 + 250 * i) + ".99")),
                    MarketStatus.ACTIVE,
                    NOW.minus(Duration.ofMinutes(50)),
                    NOW.plus(Duration.ofMinutes(10)),
                    PriceGrid.LINEAR_CENT,
                    2);
            markets.add(new QuotedMarket(market, book(i), Quantity.ofContracts(2_000)));
        }
        return new EventQuotes(
                Symbol.BTC,
                "Kalshi",
                ticker,
                "Benchmark",
                NOW.plus(Duration.ofMinutes(10)),
                true,
                EventQuotes.BookState.FRESH,
                markets);
    }

    private static Book book(int strike) {
        int yes = Math.clamp(99 - strike * 98L / STRIKES, 2, 97);
        return new Book(
                List.of(new Level(Price.ofCents(yes - 1), Quantity.ofContracts(50))),
                List.of(new Level(Price.ofCents(99 - yes), Quantity.ofContracts(50))));
    }

    private static PriceSnapshot snapshot() {
        OptionalDouble volatility = OptionalDouble.of(0.00006);
        return new PriceSnapshot(
                Symbol.BTC,
                SpotPrice.of("118082.01"),
                NOW,
                Optional.empty(),
                Optional.of(new Momentum(0.15)),
                Deltas.NONE,
                new Volatility(volatility, volatility, volatility, volatility, volatility),
                FeedPulse.heard(NOW),
                Optional.empty(),
                Optional.empty());
    }
}
