package io.recio.simulator.kalshi.exchange;

import static io.recio.domain.market.Side.NO;
import static io.recio.domain.market.Side.YES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.simulator.kalshi.exchange.AccountOrder.Reason;
import io.recio.simulator.kalshi.exchange.AccountOrder.Status;
import io.recio.simulator.kalshi.exchange.ExchangeEvent.BookChanged;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MatchingTest {

    private final TradingFloor floor = new TradingFloor();

    @Test
    void fillsAnImmediateOrderThroughTwoLevelsAndCancelsTheRest() {
        floor.offer(YES, "0.95", "4");
        floor.offer(YES, "0.96", "3");
        floor.offer(YES, "0.98", "50");

        Outcome.Accepted placed = floor.accepted(floor.buy(YES, "0.96", "10").order());

        assertThat(placed.fills())
                .extracting(AccountFill::yesPrice, AccountFill::quantity, AccountFill::fee, AccountFill::positionAfter)
                .containsExactly(
                        tuple(Price.of("0.95"), Quantity.of("4"), Money.of("0.02"), 400L),
                        tuple(Price.of("0.96"), Quantity.of("3"), Money.of("0.01"), 700L));
        assertThat(placed.order().status()).isEqualTo(Status.CANCELED);
        assertThat(placed.order().filled()).isEqualTo(Quantity.of("7"));
        assertThat(placed.order().remaining()).isEqualTo(Quantity.ZERO);
        assertThat(floor.cash()).isEqualTo(Money.of("93.29"));
        assertThat(floor.position().cost()).isEqualTo(Money.of("6.68"));
        assertThat(floor.market.bestBid(NO))
                .hasValueSatisfying(level -> assertThat(level.price()).isEqualTo(Price.of("0.02")));
    }

    @Test
    void buysNoWithAnAskAtTheComplement() {
        floor.offer(NO, "0.95", "10");

        Outcome.Accepted placed = floor.accepted(floor.buy(NO, "0.95", "10").order());

        assertThat(placed.order().yesPrice()).isEqualTo(Price.of("0.05"));
        assertThat(placed.fills().getFirst().yesPrice()).isEqualTo(Price.of("0.05"));
        assertThat(floor.position().units()).isEqualTo(-1000);
        assertThat(floor.cash()).isEqualTo(Money.of("90.46"));
    }

    @Test
    void netsYesAgainstNoAndBooksWhatWasEarned() {
        floor.offer(YES, "0.90", "10");
        floor.offer(NO, "0.06", "4");
        floor.accepted(floor.buy(YES, "0.90", "10").order());

        floor.accepted(floor.buy(NO, "0.06", "4").order());

        Position position = floor.position();
        assertThat(position.units()).isEqualTo(600);
        assertThat(position.cost()).isEqualTo(Money.of("5.40"));
        assertThat(position.realized()).isEqualTo(Money.of("0.16"));
        assertThat(position.fees()).isEqualTo(Money.of("0.09"));
        assertThat(floor.cash()).isEqualTo(Money.of("94.67"));
    }

    @Test
    void turnsAPositionAroundInOneFill() {
        floor.offer(YES, "0.50", "2");
        floor.offer(NO, "0.40", "5");
        floor.accepted(floor.buy(YES, "0.50", "2").order());

        floor.accepted(floor.buy(NO, "0.40", "5").order());

        assertThat(floor.position().units()).isEqualTo(-300);
        assertThat(floor.position().cost()).isEqualTo(Money.of("1.20"));
        assertThat(floor.position().realized()).isEqualTo(Money.of("0.20"));
        assertThat(floor.cash()).isEqualTo(Money.of("98.87"));
    }

    @Test
    void capsAReduceOnlyOrderByThePosition() {
        floor.offer(YES, "0.50", "3");
        floor.offer(NO, "0.50", "10");
        floor.accepted(floor.buy(YES, "0.50", "3").order());

        AccountOrder close =
                floor.accepted(floor.buy(NO, "0.50", "10").reduceOnly().order()).order();

        assertThat(close.filled()).isEqualTo(Quantity.of("3"));
        assertThat(close.reason()).isEqualTo(Reason.REDUCE_ONLY_CANCEL);
        assertThat(floor.position().units()).isZero();
    }

    @Test
    void cancelsAReduceOnlyOrderWithoutAPosition() {
        floor.offer(NO, "0.50", "10");
        AccountOrder close =
                floor.accepted(floor.buy(NO, "0.50", "10").reduceOnly().order()).order();
        assertThat(close.status()).isEqualTo(Status.CANCELED);
        assertThat(close.filled()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void fillsOrKillsAWhole() {
        floor.offer(YES, "0.50", "3");
        assertThat(floor.accepted(floor.buy(YES, "0.50", "4").fillOrKill().order())
                        .fills())
                .isEmpty();
        assertThat(floor.accepted(floor.buy(YES, "0.50", "3").fillOrKill().order())
                        .fills())
                .hasSize(1);
    }

    @Test
    void letsARestingOrderWaitBehindTheSizeBeforeIt() {
        floor.offer(NO, "0.60", "5");
        AccountOrder order =
                floor.accepted(floor.buy(YES, "0.40", "10").resting().order()).order();

        floor.others(NO, "0.60", "5");
        assertThat(order.filled()).isEqualTo(Quantity.ZERO);
        floor.others(NO, "0.60", "4");

        assertThat(order.filled()).isEqualTo(Quantity.of("4"));
        assertThat(order.makerFees()).isEqualTo(Money.ZERO);
        assertThat(order.isResting()).isTrue();
        assertThat(floor.cash()).isEqualTo(Money.of("98.40"));
        assertThat(floor.account.available(2)).isEqualTo(Money.of("96.00"));
    }

    @Test
    void refusesToPostAnOrderThatCrosses() {
        floor.offer(YES, "0.50", "3");
        Refusal refusal = floor.refused(floor.buy(YES, "0.50", "1").postOnly().order());
        assertThat(refusal).isEqualTo(new Refusal(Refusal.Code.INVALID_ORDER, "post only cross"));
    }

    @Test
    void cancelsTheArrivingOrderThatMeetsItsOwn() {
        floor.accepted(floor.buy(NO, "0.50", "5").resting().order());
        AccountOrder taker = floor.accepted(floor.buy(YES, "0.50", "5").order()).order();
        assertThat(taker.reason()).isEqualTo(Reason.SELF_TRADE_CANCEL);
        assertThat(taker.filled()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void cancelsTheRestingOrderThatTheArrivingOneMeets() {
        AccountOrder maker =
                floor.accepted(floor.buy(NO, "0.50", "5").resting().order()).order();
        floor.offer(YES, "0.50", "5");
        AccountOrder taker = floor.accepted(
                        floor.buy(YES, "0.50", "5").cancellingOwn().order())
                .order();
        assertThat(maker.reason()).isEqualTo(Reason.SELF_TRADE_CANCEL);
        assertThat(taker.filled()).isEqualTo(Quantity.of("5"));
    }

    @Test
    void refusesWhatTheAccountCannotPay() {
        floor.offer(YES, "0.50", "1000");
        Refusal refusal = floor.refused(floor.buy(YES, "0.50", "200").order());
        assertThat(refusal.code()).isEqualTo(Refusal.Code.INSUFFICIENT_BALANCE);
        assertThat(floor.cash()).isEqualTo(Money.of("100"));
        assertThat(floor.account.orders()).isEmpty();
    }

    @Test
    void letsAnOrderSpendTheLastCent() {
        assertThat(floor.accepted(floor.buy(YES, "0.50", "200").resting().order())
                        .order()
                        .isResting())
                .isTrue();
        assertThat(floor.account.available(2)).isEqualTo(Money.ZERO);
    }

    @Test
    void refusesAPriceOffTheGrid() {
        Refusal refusal = floor.refused(floor.buy(YES, "0.505", "1").order());
        assertThat(refusal.code()).isEqualTo(Refusal.Code.INVALID_ORDER);
    }

    @Test
    void refusesAnIdentifierThatIsTaken() {
        floor.accepted(floor.buy(YES, "0.10", "1").named("twice").order());
        Refusal refusal =
                floor.refused(floor.buy(YES, "0.10", "1").named("twice").order());
        assertThat(refusal.code()).isEqualTo(Refusal.Code.ORDER_ALREADY_EXISTS);
    }

    @Test
    void findsNoMarketOnAnotherShard() {
        Refusal refusal = floor.refused(floor.buy(YES, "0.10", "1").onShard(0).order());
        assertThat(refusal.code()).isEqualTo(Refusal.Code.NOT_FOUND);
    }

    @Test
    void refusesOrdersOfAClosedMarket() {
        floor.now = floor.event.closesAt();
        Refusal refusal = floor.refused(floor.buy(YES, "0.10", "1").order());
        assertThat(refusal.code()).isEqualTo(Refusal.Code.MARKET_INACTIVE);
    }

    @Test
    void refusesAnExpirationThatHasPassed() {
        Refusal refusal =
                floor.refused(floor.buy(YES, "0.10", "1").until(floor.now).order());
        assertThat(refusal.code()).isEqualTo(Refusal.Code.INVALID_ORDER);
    }

    @Test
    void fillsNoMoreThanIsForced() {
        floor.offer(YES, "0.50", "10");
        Outcome.Accepted placed = (Outcome.Accepted)
                floor.orders.place(floor.buy(YES, "0.50", "10").order(), Optional.of(Quantity.of("2.5")), floor.now);
        assertThat(placed.order().filled()).isEqualTo(Quantity.of("2.5"));
        assertThat(placed.order().status()).isEqualTo(Status.CANCELED);
    }

    @Test
    void tellsEveryChangeOfTheBook() {
        floor.offer(YES, "0.50", "10");
        floor.accepted(floor.buy(YES, "0.50", "4").named("mine").order());
        List<BookChanged> changes = floor.told.stream()
                .filter(BookChanged.class::isInstance)
                .map(BookChanged.class::cast)
                .toList();
        assertThat(changes).extracting(BookChanged::change).containsExactly(1000L, -400L);
        assertThat(changes.getLast().cause().orElseThrow().clientOrderId()).isEqualTo("mine");
    }
}
