package io.recio.domain.striketable;

import static io.recio.domain.striketable.Tables.CLOSE;
import static io.recio.domain.striketable.Tables.NOW;
import static io.recio.domain.striketable.Tables.NO_FEE;
import static io.recio.domain.striketable.Tables.event;
import static io.recio.domain.striketable.Tables.knowing;
import static io.recio.domain.striketable.Tables.market;
import static io.recio.domain.striketable.Tables.quoted;
import static io.recio.domain.striketable.Tables.silent;
import static io.recio.domain.striketable.Tables.snapshot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.recio.domain.market.Book;
import io.recio.domain.market.EventTicker;
import io.recio.domain.market.Market;
import io.recio.domain.market.MarketStatus;
import io.recio.domain.market.Side;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.price.FeedPulse;
import io.recio.domain.price.IndexValue;
import io.recio.domain.price.PriceSnapshot;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.price.Symbol;
import io.recio.domain.probability.ModelName;
import io.recio.domain.probability.NoProbability;
import io.recio.domain.probability.PriceBasis;
import io.recio.domain.probability.Probability;
import io.recio.domain.probability.ProbabilityModel;
import io.recio.domain.probability.VolatilityModel;
import io.recio.domain.striketable.EventQuotes.BookState;
import io.recio.domain.striketable.LiveProbability.Direction;
import io.recio.domain.time.BusinessTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StrikeTableBuilderTest {

    private static final Quantity ONE = Quantity.ofContracts(1);
    private static final PriceSnapshot SNAPSHOT = snapshot("118082.01");

    @Test
    void comparesChancesWithAsksAsInTheReferenceRows() {
        ProbabilityModel model = knowing(ModelName.MOVE_TABLE, Map.of(118_000L, 62.89, 118_250L, 100 - 71.8));
        StrikeTable table = build(model, event(quoted(118_000, 98, 92, 5000), quoted(118_250, 98, 97, 10)));

        StrikeRow inTheMoney = table.rows().get(0);
        assertThat(inTheMoney.activeSide()).isEqualTo(Side.YES);
        assertThat(percent(inTheMoney.probability())).isCloseTo(62.89, within(1e-9));
        assertThat(cents(inTheMoney.yesDiff())).isCloseTo(-35.11, within(1e-9));
        assertThat(cents(inTheMoney.noDiff())).isCloseTo(-54.89, within(1e-9));
        assertThat(inTheMoney.yesAsk()).contains(Price.ofCents(98));
        assertThat(inTheMoney.noAsk()).contains(Price.ofCents(92));
        assertThat(inTheMoney.yesBid()).contains(Price.ofCents(8));
        assertThat(inTheMoney.noBid()).contains(Price.ofCents(2));
        assertThat(inTheMoney.yesAskSize()).contains(Quantity.ofContracts(50));
        assertThat(inTheMoney.volume()).isEqualTo(Quantity.ofContracts(5000));
        assertThat(inTheMoney.strike().shown()).isEqualTo(SpotPrice.of("118000"));
        assertThat(inTheMoney.buffer()).isEqualTo(82.02);
        assertThat(inTheMoney.bufferPercent()).isCloseTo(82.02 / 118_082.01 * 100, within(1e-12));
        assertThat(inTheMoney.bufferTiers().getAsDouble()).isCloseTo(82.02 / 250, within(1e-12));

        StrikeRow outOfTheMoney = table.rows().get(1);
        assertThat(outOfTheMoney.activeSide()).isEqualTo(Side.NO);
        assertThat(percent(outOfTheMoney.probability())).isCloseTo(71.8, within(1e-9));
        assertThat(cents(outOfTheMoney.yesDiff())).isCloseTo(-69.8, within(1e-9));
        assertThat(cents(outOfTheMoney.noDiff())).isCloseTo(-25.2, within(1e-9));
    }

    @Test
    void takesTheFeePerContractOfTheConfiguredSizeOffTheNetDiff() {
        FeeEstimate fees = (price, quantity) -> {
            assertThat(quantity).isEqualTo(Quantity.ofContracts(10));
            return price.equals(Price.ofCents(95)) ? Money.of("0.004") : Money.of("0.01");
        };
        ProbabilityModel model = knowing(ModelName.MOVE_TABLE, Map.of(118_000L, 97.6));
        StrikeRow row = new StrikeTableBuilder(List.of(model), fees, Quantity.ofContracts(10))
                .build(event(quoted(118_000, 95, 6, 5000)), SNAPSHOT, NOW)
                .table()
                .rows()
                .getFirst();

        assertThat(cents(row.netDiff(Side.YES))).isCloseTo(2.6 - 0.4, within(1e-9));
        assertThat(cents(row.netDiff(Side.NO))).isCloseTo(2.4 - 6 - 1, within(1e-9));
    }

    @Test
    void tellsTheStateOfTheEventInItsHeader() {
        StrikeTable table =
                build(new VolatilityModel(), event(quoted(118_500), quoted(118_000), quoted(118_750), quoted(119_000)));

        assertThat(table.symbol()).isEqualTo(Symbol.BTC);
        assertThat(table.broker()).isEqualTo("Kalshi");
        assertThat(table.currentPrice()).isEqualTo(SpotPrice.of("118082.01"));
        assertThat(table.basis()).isEqualTo(PriceBasis.SPOT);
        assertThat(table.ttcSeconds()).isEqualTo(900);
        assertThat(table.eventTicker()).isEqualTo(Tables.EVENT);
        assertThat(table.marketTitle()).isEqualTo("Bitcoin price on Nov 22 at 12pm EST?");
        assertThat(table.marketStatus()).isEqualTo(MarketStatus.ACTIVE);
        assertThat(table.strikeTier()).isEqualTo(OptionalDouble.of(250));
        assertThat(table.lastUpdated()).isEqualTo(NOW);
        assertThat(table.momentum()).isEqualTo(SNAPSHOT.momentum());
        assertThat(table.model()).contains(ModelName.VOLATILITY);
        assertThat(table.inputsAreFresh()).isTrue();
        assertThat(table.rows())
                .extracting(row -> row.strike().shown().toString())
                .containsExactly("118000.00", "118500.00", "118750.00", "119000.00");
    }

    @Test
    void holdsTheTwentyOneStrikesNearestThePrice() {
        QuotedMarket[] hour =
                LongStream.range(0, 75).mapToObj(i -> quoted(109_000 + 250 * i)).toArray(QuotedMarket[]::new);
        StrikeTables tables =
                new StrikeTableBuilder(List.of(new VolatilityModel()), NO_FEE, ONE).build(event(hour), SNAPSHOT, NOW);

        assertThat(tables.table().rows()).hasSize(21);
        assertThat(tables.table().rows().getFirst().strike().shown()).isEqualTo(SpotPrice.of("115500"));
        assertThat(tables.table().rows().getLast().strike().shown()).isEqualTo(SpotPrice.of("120500"));
        assertThat(tables.live().rows()).hasSize(75);
    }

    @Test
    void tellsTheSameChanceOfYesBesideTheTableAndOfEveryStrike() {
        QuotedMarket[] hour = LongStream.range(0, 75)
                .mapToObj(strike -> quoted(108_750 + 250 * strike))
                .toArray(QuotedMarket[]::new);
        StrikeTables tables =
                new StrikeTableBuilder(List.of(new VolatilityModel()), NO_FEE, ONE).build(event(hour), SNAPSHOT, NOW);
        assertThat(tables.live().rows()).hasSize(75).allMatch(row -> row.yes().isPresent());
        for (StrikeRow row : tables.table().rows()) {
            double yes = row.probability(Side.YES).orElseThrow().value();
            assertThat(tables.live()
                            .row(row.ticker())
                            .flatMap(LiveProbability::yes)
                            .orElseThrow()
                            .value())
                    .isCloseTo(yes, within(1e-12));
        }
    }

    @Test
    void keepsAStrikeWithoutAQuoteButWithoutADiff() {
        StrikeRow row =
                build(new VolatilityModel(), event(quoted(118_000))).rows().getFirst();

        assertThat(row.probability()).isPresent();
        assertThat(row.yesAsk()).isEmpty();
        assertThat(row.yesDiff()).isEmpty();
        assertThat(row.noNetDiff()).isEmpty();
    }

    @Test
    void recordsWhichModelPricedAndWhatTheOtherSaid() {
        ProbabilityModel first = knowing(ModelName.MOVE_TABLE, Map.of(118_000L, 90.0));
        ProbabilityModel second = knowing(ModelName.VOLATILITY, Map.of(118_000L, 80.0));
        StrikeRow row = new StrikeTableBuilder(List.of(first, second), NO_FEE, ONE)
                .build(event(quoted(118_000)), SNAPSHOT, NOW)
                .table()
                .rows()
                .getFirst();

        assertThat(row.model()).contains(ModelName.MOVE_TABLE);
        assertThat(percent(row.probability())).isCloseTo(90, within(1e-9));
        assertThat(percent(row.byMoveTable())).isCloseTo(90, within(1e-9));
        assertThat(percent(row.byVolatility())).isCloseTo(80, within(1e-9));
    }

    @Test
    void turnsToTheSecondModelWhenTheFirstHasNoHistory() {
        ProbabilityModel first = silent(ModelName.MOVE_TABLE, NoProbability.HISTORY_TOO_SHORT);
        StrikeRow row = new StrikeTableBuilder(List.of(first, new VolatilityModel()), NO_FEE, ONE)
                .build(event(quoted(118_000)), SNAPSHOT, NOW)
                .table()
                .rows()
                .getFirst();

        assertThat(row.model()).contains(ModelName.VOLATILITY);
        assertThat(row.byMoveTable()).isEmpty();
        assertThat(row.probability()).isEqualTo(row.byVolatility()).isPresent();
    }

    @Test
    void givesEveryModelsReasonWhenNoneAnswers() {
        StrikeTable table = new StrikeTableBuilder(
                        List.of(
                                silent(ModelName.MOVE_TABLE, NoProbability.HISTORY_TOO_SHORT),
                                silent(ModelName.VOLATILITY, NoProbability.VOLATILITY_UNKNOWN)),
                        NO_FEE,
                        ONE)
                .build(event(quoted(118_000, 98, 5, 5000)), SNAPSHOT, NOW)
                .table();

        assertUnpriced(table.rows().getFirst(), NoProbability.HISTORY_TOO_SHORT, NoProbability.VOLATILITY_UNKNOWN);
        assertThat(table.model()).isEmpty();
        assertUnpriced(
                new StrikeTableBuilder(List.of(), NO_FEE, ONE)
                        .build(event(quoted(118_000)), SNAPSHOT, NOW)
                        .table()
                        .rows()
                        .getFirst(),
                NoProbability.NO_MODEL);
    }

    @Test
    void withholdsEveryProbabilityWhenASharedInputIsNotFresh() {
        EventQuotes good = event(quoted(118_000, 98, 5, 5000));
        BusinessTime late = NOW.plus(Duration.ofMillis(3001));
        PriceSnapshot behind = with(new FeedPulse(NOW, Optional.of(NOW.minus(Duration.ofSeconds(1)))));

        assertWithheld(good, SNAPSHOT, late, NoProbability.PRICE_STALE);
        assertWithheld(good, behind, NOW, NoProbability.PRICE_BEHIND);
        assertWithheld(with(good, Symbol.ETH, true, BookState.FRESH), SNAPSHOT, NOW, NoProbability.SYMBOL_MISMATCH);
        assertWithheld(with(good, Symbol.BTC, false, BookState.FRESH), SNAPSHOT, NOW, NoProbability.EXCHANGE_PAUSED);
        assertWithheld(with(good, Symbol.BTC, true, BookState.STALE), SNAPSHOT, NOW, NoProbability.BOOK_STALE);
        assertWithheld(with(good, Symbol.BTC, true, BookState.MISSING), SNAPSHOT, NOW, NoProbability.BOOK_MISSING);
        assertWithheld(good, SNAPSHOT, CLOSE, NoProbability.PRICE_STALE, NoProbability.MARKET_CLOSED);
        assertWithheld(
                good,
                with(FeedPulse.heard(CLOSE.minus(Duration.ofSeconds(30)))),
                CLOSE.minus(Duration.ofSeconds(30)),
                NoProbability.AVERAGE_UNKNOWN);
    }

    @Test
    void withholdsTheProbabilityOfAMarketThatIsInactiveOrOfAnotherEvent() {
        Market active = market(118_000);
        Market another = new Market(
                active.ticker(),
                new EventTicker("KXBTCD-26NOV2213"),
                active.strike(),
                active.status(),
                active.opensAt(),
                active.closesAt(),
                active.grid(),
                2);
        StrikeTable table = build(
                new VolatilityModel(),
                event(
                        new QuotedMarket(another, Book.EMPTY, Quantity.ZERO),
                        new QuotedMarket(market(118_250, MarketStatus.INACTIVE), Book.EMPTY, Quantity.ZERO),
                        quoted(118_500)));

        assertUnpriced(table.rows().get(0), NoProbability.WRONG_EVENT);
        assertUnpriced(table.rows().get(1), NoProbability.MARKET_NOT_ACTIVE);
        assertThat(table.rows().get(2).probability()).isPresent();
        assertThat(table.inputsAreFresh()).isTrue();
    }

    @Test
    void letsNoBadRowSpoilTheOthers() {
        FeeEstimate failing = (price, quantity) -> {
            if (price.equals(Price.ofCents(98))) {
                throw new ArithmeticException("overflow");
            }
            return Money.ZERO;
        };
        StrikeTable table = new StrikeTableBuilder(List.of(new VolatilityModel()), failing, ONE)
                .build(event(quoted(118_000, 98, 5, 1), quoted(118_250, 40, 65, 1)), SNAPSHOT, NOW)
                .table();

        assertUnpriced(table.rows().get(0), NoProbability.BAD_ROW);
        assertThat(table.rows().get(1).yesNetDiff()).isPresent();
    }

    @Test
    void restsOnTheSettlementIndexWhenItIsFresh() {
        PriceSnapshot indexed = new PriceSnapshot(
                Symbol.BTC,
                SNAPSHOT.price(),
                NOW,
                Optional.empty(),
                SNAPSHOT.momentum(),
                SNAPSHOT.deltas(),
                SNAPSHOT.volatility(),
                SNAPSHOT.feed(),
                Optional.empty(),
                Optional.of(new IndexValue(SpotPrice.of("117990"), NOW, Optional.empty())));
        StrikeTable table = new StrikeTableBuilder(List.of(new VolatilityModel()), NO_FEE, ONE)
                .build(event(quoted(118_000)), indexed, NOW)
                .table();

        assertThat(table.basis()).isEqualTo(PriceBasis.INDEX);
        assertThat(table.currentPrice()).isEqualTo(SpotPrice.of("117990"));
        assertThat(table.rows().getFirst().activeSide()).isEqualTo(Side.NO);
    }

    @Test
    void tellsBothTailsOfEveryStrike() {
        LiveProbabilities live = new StrikeTableBuilder(List.of(new VolatilityModel()), NO_FEE, ONE)
                .build(event(quoted(118_000), quoted(118_250)), SNAPSHOT, NOW)
                .live();

        LiveProbability below = live.rows().getFirst();
        assertThat(below.direction()).isEqualTo(Direction.DOWN);
        assertThat(below.beyond()).isEqualTo(below.downTail());
        LiveProbability above = live.rows().getLast();
        assertThat(above.direction()).isEqualTo(Direction.UP);
        assertThat(above.beyond()).isEqualTo(above.upTail());
        assertThat(above.buffer()).isEqualTo(167.98);
        assertThat(above.movePercent()).isCloseTo(167.98 / 118_082.01 * 100, within(1e-12));
        assertThat(percent(above.beyond()) + percent(above.within())).isCloseTo(100, within(1e-9));
        assertThat(percent(above.upTail())).isCloseTo(percent(above.downTail()), within(1e-9));
        assertThat(above.model()).contains(ModelName.VOLATILITY);
    }

    private static StrikeTable build(ProbabilityModel model, EventQuotes event) {
        return new StrikeTableBuilder(List.of(model), NO_FEE, ONE)
                .build(event, SNAPSHOT, NOW)
                .table();
    }

    private static void assertWithheld(
            EventQuotes event, PriceSnapshot snapshot, BusinessTime now, NoProbability... reasons) {
        StrikeTables tables =
                new StrikeTableBuilder(List.of(new VolatilityModel()), NO_FEE, ONE).build(event, snapshot, now);
        assertThat(tables.table().noProbability()).containsExactly(reasons);
        assertUnpriced(tables.table().rows().getFirst(), reasons);
        assertThat(tables.table().rows().getFirst().yesAsk()).contains(Price.ofCents(98));
        assertThat(tables.live().rows().getFirst().noProbability()).containsExactly(reasons);
        assertThat(tables.live().rows().getFirst().beyond()).isEmpty();
    }

    private static void assertUnpriced(StrikeRow row, NoProbability... reasons) {
        assertThat(row.noProbability()).containsExactly(reasons);
        assertThat(row.probability()).isEmpty();
        assertThat(row.model()).isEmpty();
        assertThat(row.yesDiff()).isEmpty();
        assertThat(row.noNetDiff()).isEmpty();
    }

    private static EventQuotes with(EventQuotes event, Symbol symbol, boolean trading, BookState books) {
        return new EventQuotes(
                symbol,
                event.broker(),
                event.ticker(),
                event.title(),
                event.closesAt(),
                trading,
                books,
                event.markets());
    }

    private static PriceSnapshot with(FeedPulse feed) {
        return new PriceSnapshot(
                Symbol.BTC,
                SNAPSHOT.price(),
                NOW,
                Optional.empty(),
                SNAPSHOT.momentum(),
                SNAPSHOT.deltas(),
                SNAPSHOT.volatility(),
                feed,
                Optional.empty(),
                Optional.empty());
    }

    private static double percent(Optional<Probability> probability) {
        return probability.orElseThrow().percent();
    }

    private static double cents(Optional<Edge> edge) {
        return edge.orElseThrow().cents();
    }
}
