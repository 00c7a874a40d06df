package io.recio.simulator.kalshi.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recio.domain.market.EventTicker;
import io.recio.domain.market.MarketStatus;
import io.recio.domain.market.Side;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.TimeInForce;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.price.Symbol;
import io.recio.domain.time.BusinessTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExchangeTest {

    private static final BusinessTime START = BusinessTime.parse("2026-11-22T17:10:00Z");
    private static final BusinessTime CLOSE = BusinessTime.parse("2026-11-22T18:00:00Z");
    private static final SpotPrice STRIKE = SpotPrice.of("114999.99");

    private final List<ExchangeEvent> told = new ArrayList<>();
    private BusinessTime now = START;

    @Test
    void namesTheEventByTheHourOfItsCloseInEasternTime() {
        Exchange exchange = exchange(steady("115000"));
        assertThat(exchange.<List<EventTicker>>locked(floor -> floor.markets().events().stream()
                        .map(HourlyEvent::ticker)
                        .toList()))
                .containsExactly(new EventTicker("KXBTCD-26NOV2213"));
    }

    @Test
    void closesAnEventEachTenMinutesWhenToldSoAndNamesItsMinute() {
        SeriesSpec series = series(Duration.ofMinutes(10));
        Exchange exchange = exchange(steady("115000"), series);
        now = START.plus(Duration.ofMinutes(16));

        assertThat(exchange.<List<String>>locked(floor -> floor.markets().events().stream()
                        .map(event -> event.ticker() + " " + event.status())
                        .toList()))
                .containsExactlyInAnyOrder(
                        "KXBTCD-26NOV221220 FINALIZED", "KXBTCD-26NOV221230 ACTIVE", "KXBTCD-26NOV221240 INITIALIZED");
    }

    @Test
    void refusesAnEventLengthThatDoesNotDivideTheHour() {
        assertThatThrownBy(() -> series(Duration.ofMinutes(25)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an event's length must be whole minutes that divide the hour, was PT25M");
    }

    @Test
    void opensTheAccountAnewWithNothingButTheCash() {
        Exchange exchange = exchange(walk(3));
        SplittableRandom random = new SplittableRandom(3);
        for (int placed = 0; placed < 60; placed++) {
            now = now.plus(Duration.ofSeconds(7));
            String id = "former-" + placed;
            exchange.<Outcome>locked(
                    floor -> floor.orders().place(order(id, floor, random), Optional.empty(), floor.now()));
        }

        exchange.<Void>locked(floor -> {
            Account account = floor.account();
            assertThat(account.fills()).isNotEmpty();
            assertThat(account.restingOrders()).isNotEmpty();

            floor.cash().openAnew(SeriesSpec.CRYPTO_SHARD, Money.of("500"), floor.now());

            assertThat(account.cash(SeriesSpec.CRYPTO_SHARD)).isEqualTo(Money.of("500"));
            assertThat(account.orders()).isEmpty();
            assertThat(account.restingOrders()).isEmpty();
            assertThat(account.fills()).isEmpty();
            assertThat(account.positions()).isEmpty();
            assertThat(account.movements()).extracting(Movement::kind).containsExactly(Movement.Kind.DEPOSIT);
            assertThat(floor.markets().all().flatMap(market -> market.book().levels(Side.YES).stream()))
                    .allMatch(level -> level.own().isEmpty());
            return null;
        });
    }

    @Test
    void settlesAnAverageEqualToTheStrikeAsNo() {
        assertThat(resultOf(steady("114999.99"))).isEqualTo(Side.NO);
    }

    @Test
    void settlesAnAverageACentAboveTheStrikeAsYes() {
        assertThat(resultOf(steady("115000"))).isEqualTo(Side.YES);
    }

    @Test
    void settlesByTheSixtyValuesUpToTheClose() {
        IndexFeed jumpsAtTheClose =
                (symbol, second) -> SpotPrice.of(second.isBefore(CLOSE) ? "114999.99" : "115000.60");
        assertThat(resultOf(jumpsAtTheClose)).isEqualTo(Side.YES);
        IndexFeed jumpsAfterTheClose = (symbol, second) -> SpotPrice.of(second.isAfter(CLOSE) ? "200000" : "114999.99");
        assertThat(resultOf(jumpsAfterTheClose)).isEqualTo(Side.NO);
    }

    @Test
    void goesThroughTheLifeOfAnEventByTheClock() {
        Exchange exchange = exchange(steady("115000"));
        assertThat(status(exchange, CLOSE.minus(Duration.ofSeconds(1)))).isEqualTo(MarketStatus.ACTIVE);
        assertThat(status(exchange, CLOSE)).isEqualTo(MarketStatus.CLOSED);
        assertThat(status(exchange, CLOSE.plus(Duration.ofSeconds(59)))).isEqualTo(MarketStatus.CLOSED);
        assertThat(status(exchange, CLOSE.plus(Duration.ofSeconds(75)))).isEqualTo(MarketStatus.DETERMINED);
        assertThat(status(exchange, CLOSE.plus(Duration.ofSeconds(135)))).isEqualTo(MarketStatus.FINALIZED);
        assertThat(told.stream().filter(ExchangeEvent.MarketCreated.class::isInstance))
                .hasSize(75);
        assertThat(told.stream().filter(ExchangeEvent.MarketDetermined.class::isInstance))
                .hasSize(75);
        assertThat(told.stream().filter(ExchangeEvent.MarketSettled.class::isInstance))
                .hasSize(75);
    }

    @Test
    void neverCrossesABookAndQuotesOnTheGrid() {
        Exchange exchange = exchange(walk(7));
        for (int second = 0; second < 3000; second++) {
            now = now.plus(Duration.ofSeconds(1));
            boolean sound = exchange.<Boolean>locked(floor -> floor.markets()
                    .all()
                    .allMatch(market -> market.yesBid().isBelow(market.yesAsk())
                            && (market.yesBid().equals(Price.ZERO)
                                    || market.grid().contains(market.yesBid()))));
            assertThat(sound).as("books at %s", now).isTrue();
        }
    }

    @Test
    void livesTheSameLifeFromTheSameSeed() {
        assertThat(life(11)).isEqualTo(life(11));
    }

    @Test
    void keepsCashPositionsAndOrdersInOneStoryThroughAWildHour() {
        Exchange exchange = exchange(walk(3));
        SplittableRandom random = new SplittableRandom(3);
        int placed = 0;
        while (now.isBefore(CLOSE.plus(Duration.ofSeconds(200)))) {
            now = now.plus(Duration.ofSeconds(7));
            placed++;
            String id = "wild-" + placed;
            exchange.<Outcome>locked(
                    floor -> floor.orders().place(order(id, floor, random), Optional.empty(), floor.now()));
        }
        exchange.<Void>locked(floor -> {
            Account account = floor.account();
            Money moved = account.movements().stream().map(Movement::amount).reduce(Money.ZERO, Money::plus);
            assertThat(account.cash(2)).isEqualTo(moved);
            assertThat(account.cash(2).isNegative()).isFalse();
            assertThat(account.fills()).hasSizeGreaterThan(50);
            assertThat(account.restingOrders()).isEmpty();
            assertThat(account.positions()).allMatch(Position::isSettled);
            Money earned = account.positions().stream()
                    .map(position -> position.realized().minus(position.fees()))
                    .reduce(Money.of("1000"), Money::plus);
            assertThat(account.cash(2)).isEqualTo(earned);
            return null;
        });
    }

    private NewOrder order(String id, Floor floor, SplittableRandom random) {
        List<HourlyMarket> markets = floor.markets().events().iterator().next().markets();
        HourlyMarket market = markets.get(33 + random.nextInt(8));
        return new NewOrder(
                market.ticker(),
                id,
                random.nextBoolean() ? Side.YES : Side.NO,
                new Quantity(random.nextLong(1, 3000)),
                Price.ofCents(random.nextInt(1, 100)),
                random.nextBoolean() ? TimeInForce.IMMEDIATE_OR_CANCEL : TimeInForce.GOOD_TILL_CANCELED,
                random.nextBoolean() ? SelfTradePrevention.MAKER : SelfTradePrevention.TAKER_AT_CROSS,
                false,
                false,
                false,
                null,
                null,
                NewOrder.AUTO_ROUTE);
    }

    private List<String> life(long seed) {
        told.clear();
        now = START;
        Exchange exchange = exchange(walk(seed));
        now = START.plus(Duration.ofMinutes(5));
        exchange.locked(floor -> floor.now());
        return told.stream()
                .map(event -> switch (event) {
                    case ExchangeEvent.Traded traded -> traded.trade().toString();
                    case ExchangeEvent.BookChanged change ->
                        change.market().ticker() + " " + change.price() + " " + change.change();
                    default -> event.getClass().getSimpleName() + event.at();
                })
                .toList();
    }

    private Side resultOf(IndexFeed index) {
        now = START;
        Exchange exchange = exchange(index);
        now = CLOSE.plus(Duration.ofSeconds(80));
        return exchange.<Side>locked(floor -> floor.markets()
                .all()
                .filter(market -> market.strike().level().equals(STRIKE))
                .filter(market -> market.event().closesAt().equals(CLOSE))
                .findFirst()
                .flatMap(HourlyMarket::result)
                .orElseThrow());
    }

    private MarketStatus status(Exchange exchange, BusinessTime moment) {
        now = moment;
        return exchange.<MarketStatus>locked(
                floor -> floor.markets().events().iterator().next().status());
    }

    private static SeriesSpec series(Duration every) {
        return new SeriesSpec(
                TradingFloor.SERIES.ticker(),
                Symbol.BTC,
                "Bitcoin",
                "BRTI",
                Optional.empty(),
                75,
                FeeTerms.CRYPTO,
                every);
    }

    private Exchange exchange(IndexFeed index) {
        return exchange(index, series(SeriesSpec.HOURLY));
    }

    private Exchange exchange(IndexFeed index, SeriesSpec series) {
        return new Exchange(
                new Exchange.Setup(
                        42,
                        List.of(series),
                        FeePrecision.NON_DIRECT,
                        Money.of("1000"),
                        index,
                        ExchangeConditions.NORMAL,
                        () -> now),
                told::add);
    }

    private static IndexFeed steady(String price) {
        return (symbol, second) -> SpotPrice.of(price);
    }

    /** A path with an hourly deviation of about half a per cent. */
    private static IndexFeed walk(long seed) {
        int length = 3600 * 4;
        double[] path = new double[length];
        SplittableRandom random = new SplittableRandom(seed);
        path[0] = 115_000;
        for (int i = 1; i < length; i++) {
            path[i] = path[i - 1] * Math.exp(random.nextGaussian() * 0.005 / 60);
        }
        long origin = START.epochSecond() - 2 * 3600;
        return (symbol, second) ->
                SpotPrice.ofDouble(Math.round(path[(int) (second.epochSecond() - origin)] * 100) / 100.0);
    }
}
