package io.recio.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.OrderEvent.OrderAccepted;
import io.recio.domain.order.OrderEvent.OrderCanceled;
import io.recio.domain.order.OrderEvent.OrderCancelledUnsent;
import io.recio.domain.order.OrderEvent.OrderClaimed;
import io.recio.domain.order.OrderEvent.OrderFellInDoubt;
import io.recio.domain.order.OrderEvent.OrderFilled;
import io.recio.domain.order.OrderEvent.OrderIntended;
import io.recio.domain.order.OrderEvent.OrderProvenAbsent;
import io.recio.domain.order.OrderEvent.OrderRejected;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemTime;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OrderTest {

    private static final SystemTime AT = SystemTime.of(Instant.parse("2026-11-22T16:50:00Z"));
    private static final ClientOrderId ID = new ClientOrderId("rec-0192");
    private static final MarketTicker TICKER = new MarketTicker("KXBTCD-26NOV2217-T114999.99");
    private static final ExchangeOrderId AT_EXCHANGE = new ExchangeOrderId("kalshi-1");

    private static final OrderIntended INTENDED = new OrderIntended(
            OrderIntent.entry(ID, TICKER, BookSide.BID, Quantity.of("10"), Price.of("0.96"), Optional.empty(), 2, AT),
            AT);
    private static final OrderClaimed CLAIMED = new OrderClaimed(7, 1, AT);
    private static final OrderCancelledUnsent UNSENT = new OrderCancelledUnsent("DEADLINE_PASSED", AT);
    private static final OrderFellInDoubt DOUBTED = new OrderFellInDoubt("timeout", AT);
    private static final OrderProvenAbsent ABSENT = new OrderProvenAbsent("two scans", AT);
    private static final OrderRejected REJECTED = new OrderRejected("invalid_order", "post only cross", AT);
    private static final OrderAccepted RESTS = accepted("0", "10");
    private static final OrderCanceled CANCELED =
            new OrderCanceled(AT_EXCHANGE, Quantity.ZERO, CancelReason.REQUESTED, AT);
    private static final OrderFilled FILLED_4 = filled("a", "4");
    private static final OrderFilled FILLED_6 = filled("b", "6");

    /** How an order comes to each status. */
    private static final Map<OrderStatus, List<OrderEvent>> WAYS = new EnumMap<>(Map.of(
            OrderStatus.INTENDED, List.of(INTENDED),
            OrderStatus.SENDING, List.of(INTENDED, CLAIMED),
            OrderStatus.IN_DOUBT, List.of(INTENDED, CLAIMED, DOUBTED),
            OrderStatus.RESTING, List.of(INTENDED, CLAIMED, RESTS),
            OrderStatus.EXECUTED, List.of(INTENDED, CLAIMED, FILLED_4, FILLED_6),
            OrderStatus.CANCELED, List.of(INTENDED, CLAIMED, CANCELED),
            OrderStatus.REJECTED, List.of(INTENDED, CLAIMED, REJECTED),
            OrderStatus.ABSENT, List.of(INTENDED, CLAIMED, DOUBTED, ABSENT),
            OrderStatus.CANCELLED_UNSENT, List.of(INTENDED, UNSENT)));

    /** Every event, and the status it leads to from each status; a status missing from the row is forbidden. */
    private static final Map<OrderEvent, Map<OrderStatus, OrderStatus>> TRANSITIONS = new LinkedHashMap<>();

    static {
        TRANSITIONS.put(INTENDED, Map.of());
        TRANSITIONS.put(CLAIMED, Map.of(OrderStatus.INTENDED, OrderStatus.SENDING));
        TRANSITIONS.put(
                UNSENT,
                Map.of(
                        OrderStatus.INTENDED, OrderStatus.CANCELLED_UNSENT,
                        OrderStatus.SENDING, OrderStatus.CANCELLED_UNSENT));
        TRANSITIONS.put(
                DOUBTED, Map.of(OrderStatus.INTENDED, OrderStatus.IN_DOUBT, OrderStatus.SENDING, OrderStatus.IN_DOUBT));
        TRANSITIONS.put(ABSENT, Map.of(OrderStatus.IN_DOUBT, OrderStatus.ABSENT));
        TRANSITIONS.put(
                REJECTED,
                Map.of(OrderStatus.SENDING, OrderStatus.REJECTED, OrderStatus.IN_DOUBT, OrderStatus.REJECTED));
        TRANSITIONS.put(RESTS, evidence(OrderStatus.RESTING, OrderStatus.RESTING));
        TRANSITIONS.put(CANCELED, evidence(OrderStatus.CANCELED, OrderStatus.CANCELED));
        Map<OrderStatus, OrderStatus> late = evidence(OrderStatus.IN_DOUBT, OrderStatus.RESTING);
        late.put(OrderStatus.SENDING, OrderStatus.SENDING);
        TRANSITIONS.put(FILLED_4, late);
    }

    private static Map<OrderStatus, OrderStatus> evidence(OrderStatus otherwise, OrderStatus whenResting) {
        Map<OrderStatus, OrderStatus> row = new EnumMap<>(OrderStatus.class);
        for (OrderStatus status : OrderStatus.values()) {
            row.put(status, otherwise);
        }
        row.put(OrderStatus.RESTING, whenResting);
        row.put(OrderStatus.EXECUTED, OrderStatus.EXECUTED);
        row.put(OrderStatus.CANCELED, OrderStatus.CANCELED);
        return row;
    }

    static Stream<Arguments> everyEventInEveryStatus() {
        return TRANSITIONS.entrySet().stream().flatMap(row -> Stream.of(OrderStatus.values())
                .map(from -> Arguments.of(
                        from, row.getKey(), Optional.ofNullable(row.getValue().get(from)))));
    }

    @ParameterizedTest(name = "{0} + {1} -> {2}")
    @MethodSource("everyEventInEveryStatus")
    void takesEachEventOnlyWhereItHasAPlace(OrderStatus from, OrderEvent event, Optional<OrderStatus> to) {
        Order order = Order.replay(WAYS.get(from));
        assertThat(order.status()).isEqualTo(from);
        if (to.isPresent()) {
            assertThat(order.apply(event).status()).isEqualTo(to.get());
        } else {
            assertThatThrownBy(() -> order.apply(event))
                    .isInstanceOf(ForbiddenOrderEvent.class)
                    .hasMessage("order rec-0192 cannot take " + event.getClass().getSimpleName() + " while " + from);
        }
    }

    @Test
    void beginsWithItsIntentAndNothingElse() {
        assertThatIllegalArgumentException().isThrownBy(() -> Order.replay(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Order.replay(List.of(CLAIMED)))
                .withMessageStartingWith("events of an order must begin with OrderIntended");
    }

    @Test
    void endsTheSameWhateverComesFirstAnswerOrFills() {
        OrderAccepted answer = accepted("10", "0");
        List<List<OrderEvent>> arrivals = List.of(
                List.of(answer, FILLED_4, FILLED_6),
                List.of(FILLED_6, answer, FILLED_4),
                List.of(FILLED_4, FILLED_6, answer),
                List.of(FILLED_6, FILLED_4, FILLED_6, answer, FILLED_4, answer));
        Order expected = Order.replay(List.of(INTENDED, CLAIMED, answer, FILLED_4, FILLED_6));
        assertThat(expected.status()).isEqualTo(OrderStatus.EXECUTED);
        assertThat(expected.filled()).isEqualTo(Quantity.of("10"));
        assertThat(arrivals).allSatisfy(arrival -> {
            Order order = Order.replay(List.of(INTENDED, CLAIMED));
            for (OrderEvent event : arrival) {
                order = order.apply(event);
            }
            assertThat(order).isEqualTo(expected);
        });
    }

    @Test
    void isOverButIncompleteUntilTheFillsTheExchangeCountsHaveCome() {
        Order answered = Order.replay(List.of(INTENDED, CLAIMED, accepted("4", "0")));
        assertThat(answered.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(answered.filled()).isEqualTo(Quantity.of("4"));
        assertThat(answered.mostFilled()).isEqualTo(Quantity.of("4"));
        assertThat(answered.isComplete()).isFalse();
        assertThat(answered.apply(FILLED_4).isComplete()).isTrue();
    }

    @Test
    void countsAsWhollyFilledUntilItIsOver() {
        assertThat(Order.replay(List.of(INTENDED, CLAIMED, DOUBTED)).mostFilled())
                .isEqualTo(Quantity.of("10"));
        assertThat(Order.replay(List.of(INTENDED, CLAIMED, DOUBTED, ABSENT)).mostFilled())
                .isEqualTo(Quantity.ZERO);
    }

    @Test
    void isInDoubtAgainWhenAFillProvesARejectionWrong() {
        Order order = Order.replay(List.of(INTENDED, CLAIMED, REJECTED, FILLED_4));
        assertThat(order.status()).isEqualTo(OrderStatus.IN_DOUBT);
        assertThat(order.reason()).isEqualTo("filled although REJECTED: invalid_order: post only cross");
        assertThat(order.filled()).isEqualTo(Quantity.of("4"));
    }

    @Test
    void cannotBeProvenAbsentOnceTheExchangeHasIt() {
        Order order = Order.replay(List.of(INTENDED, CLAIMED, DOUBTED, FILLED_4));
        assertThatThrownBy(() -> order.apply(ABSENT))
                .isInstanceOf(ForbiddenOrderEvent.class)
                .hasMessage("order rec-0192 cannot take OrderProvenAbsent: the exchange has it as kalshi-1");
    }

    @Test
    void refusesMoreThanWasOrdered() {
        Order order = Order.replay(WAYS.get(OrderStatus.EXECUTED));
        assertThatThrownBy(() -> order.apply(filled("c", "0.01")))
                .isInstanceOf(ForbiddenOrderEvent.class)
                .hasMessage("order rec-0192 must fill at most 10.00, was filled 10.01");
    }

    @Test
    void refusesAFillOfAnotherMarketSideOrOrder() {
        Order order = Order.replay(WAYS.get(OrderStatus.RESTING));
        assertThatThrownBy(() -> order.apply(new OrderFilled(fill("x", "1", Side.NO, AT_EXCHANGE), AT)))
                .hasMessageContaining("fill x bought NO");
        assertThatThrownBy(() ->
                        order.apply(new OrderFilled(fill("x", "1", Side.YES, new ExchangeOrderId("kalshi-2")), AT)))
                .hasMessage("order rec-0192 is kalshi-1 at the exchange, was told kalshi-2");
    }

    @Test
    void refusesASecondFillUnderAKnownId() {
        Order order = Order.replay(List.of(INTENDED, CLAIMED, FILLED_4));
        assertThatThrownBy(() -> order.apply(filled("a", "5")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("fill a must stay as first told");
    }

    @Test
    void remembersWhoClaimedIt() {
        assertThat(Order.replay(WAYS.get(OrderStatus.SENDING)).claim()).contains(new Order.Claim(7, 1));
    }

    private static OrderAccepted accepted(String filled, String remaining) {
        return new OrderAccepted(AT_EXCHANGE, Quantity.of(filled), Quantity.of(remaining), AT);
    }

    private static OrderFilled filled(String id, String quantity) {
        return new OrderFilled(fill(id, quantity, Side.YES, AT_EXCHANGE), AT);
    }

    private static Fill fill(String id, String quantity, Side bought, ExchangeOrderId orderId) {
        return new Fill(
                new FillId(id),
                orderId,
                Optional.empty(),
                TICKER,
                bought,
                Price.of("0.96"),
                Quantity.of(quantity),
                Money.of("0.01"),
                true,
                BusinessTime.parse("2026-11-22T16:50:00Z"));
    }
}
