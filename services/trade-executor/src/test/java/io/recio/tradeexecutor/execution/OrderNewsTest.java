package io.recio.tradeexecutor.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.BookSide;
import io.recio.domain.order.CancelReason;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.order.ExchangeOrderId;
import io.recio.domain.order.Fill;
import io.recio.domain.order.FillId;
import io.recio.domain.order.ForbiddenOrderEvent;
import io.recio.domain.order.Order;
import io.recio.domain.order.OrderEvent;
import io.recio.domain.order.OrderIntent;
import io.recio.domain.order.OrderStatus;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemTime;
import io.recio.kalshi.client.WriteResult.Doubt;
import io.recio.tradeexecutor.doubt.DoubtResolver.Absent;
import io.recio.tradeexecutor.doubt.DoubtResolver.Exists;
import io.recio.tradeexecutor.doubt.DoubtResolver.Filled;
import io.recio.tradeexecutor.doubt.DoubtResolver.StillUnknown;
import io.recio.tradeexecutor.doubt.DoubtResolver.Verdict;
import io.recio.tradeexecutor.exchange.Exchange.Found;
import io.recio.tradeexecutor.exchange.Exchange.Placed;
import io.recio.tradeexecutor.exchange.Exchange.Refused;
import io.recio.tradeexecutor.exchange.Exchange.SendOutcome;
import io.recio.tradeexecutor.exchange.Exchange.Unknown;
import io.recio.tradeexecutor.exchange.Exchange.Unsent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every answer of the exchange and every piece of evidence, in every state of an order of ten contracts. */
class OrderNewsTest {

    private static final SystemTime AT = SystemTime.of(Instant.parse("2026-11-22T16:50:00Z"));
    private static final MarketTicker TICKER = new MarketTicker("KXBTCD-26NOV2217-T114999.99");
    private static final ClientOrderId ID = new ClientOrderId("rec-0192");
    private static final ExchangeOrderId X1 = new ExchangeOrderId("X-1");

    private static final OrderEvent INTENDED = new OrderEvent.OrderIntended(
            OrderIntent.entry(ID, TICKER, BookSide.BID, Quantity.of("10"), Price.of("0.96"), Optional.empty(), 2, AT),
            AT);
    private static final OrderEvent CLAIMED = new OrderEvent.OrderClaimed(7, 1, AT);
    private static final OrderEvent DOUBTED = new OrderEvent.OrderFellInDoubt("TIMEOUT", AT);

    /** How an order comes to each status; canceled with nothing filled. */
    private static final Map<OrderStatus, List<OrderEvent>> WAYS = new EnumMap<>(Map.of(
            OrderStatus.INTENDED, List.of(INTENDED),
            OrderStatus.SENDING, List.of(INTENDED, CLAIMED),
            OrderStatus.IN_DOUBT, List.of(INTENDED, CLAIMED, DOUBTED),
            OrderStatus.RESTING, List.of(INTENDED, CLAIMED, accepted("0", "10")),
            OrderStatus.EXECUTED, List.of(INTENDED, CLAIMED, accepted("10", "0")),
            OrderStatus.CANCELED, List.of(INTENDED, CLAIMED, accepted("0", "0")),
            OrderStatus.REJECTED, List.of(INTENDED, CLAIMED, new OrderEvent.OrderRejected("code", "", AT)),
            OrderStatus.ABSENT, List.of(INTENDED, CLAIMED, DOUBTED, new OrderEvent.OrderProvenAbsent("scans", AT)),
            OrderStatus.CANCELLED_UNSENT, List.of(INTENDED, new OrderEvent.OrderCancelledUnsent("late", AT))));

    private static final String FORBIDDEN = "forbidden";
    private static final String NOTHING = "nothing";

    private static final Map<String, Function<Order, List<OrderEvent>>> ANSWERS = new LinkedHashMap<>();

    /** Columns: INTENDED SENDING IN_DOUBT RESTING EXECUTED CANCELED REJECTED ABSENT CANCELLED_UNSENT. */
    private static final String TABLE = """
            placed, filled whole       | Accepted>EXECUTED in every state
            placed, filled in part     | Accepted>CANCELED Accepted>CANCELED Accepted>CANCELED Accepted>CANCELED Accepted>EXECUTED Accepted>CANCELED Accepted>CANCELED Accepted>CANCELED Accepted>CANCELED
            placed, nothing filled     | Accepted>CANCELED Accepted>CANCELED Accepted>CANCELED Accepted>CANCELED Accepted>EXECUTED Accepted>CANCELED Accepted>CANCELED Accepted>CANCELED Accepted>CANCELED
            placed, rests              | Accepted>RESTING Accepted>RESTING Accepted>RESTING Accepted>RESTING Accepted>EXECUTED Accepted>CANCELED Accepted>RESTING Accepted>RESTING Accepted>RESTING
            placed, rests in part      | Accepted>RESTING Accepted>RESTING Accepted>RESTING Accepted>RESTING Accepted>EXECUTED Accepted>CANCELED Accepted>RESTING Accepted>RESTING Accepted>RESTING
            placed under another id    | Accepted>CANCELED Accepted>CANCELED Accepted>CANCELED forbidden forbidden forbidden Accepted>CANCELED Accepted>CANCELED Accepted>CANCELED
            placed, more than asked    | forbidden FellInDoubt>IN_DOUBT forbidden forbidden forbidden forbidden forbidden forbidden forbidden
            refused                    | forbidden Rejected>REJECTED Rejected>REJECTED forbidden forbidden forbidden forbidden forbidden forbidden
            refused, key               | forbidden Rejected>REJECTED Rejected>REJECTED forbidden forbidden forbidden forbidden forbidden forbidden
            unknown, TIMEOUT           | FellInDoubt>IN_DOUBT FellInDoubt>IN_DOUBT forbidden forbidden forbidden forbidden forbidden forbidden forbidden
            unknown, CONNECTION_LOST   | FellInDoubt>IN_DOUBT FellInDoubt>IN_DOUBT forbidden forbidden forbidden forbidden forbidden forbidden forbidden
            unknown, DUPLICATE         | FellInDoubt>IN_DOUBT FellInDoubt>IN_DOUBT forbidden forbidden forbidden forbidden forbidden forbidden forbidden
            unknown, RATE_LIMITED      | FellInDoubt>IN_DOUBT FellInDoubt>IN_DOUBT forbidden forbidden forbidden forbidden forbidden forbidden forbidden
            unknown, SERVER_ERROR      | FellInDoubt>IN_DOUBT FellInDoubt>IN_DOUBT forbidden forbidden forbidden forbidden forbidden forbidden forbidden
            unknown, UNREADABLE_ANSWER | FellInDoubt>IN_DOUBT FellInDoubt>IN_DOUBT forbidden forbidden forbidden forbidden forbidden forbidden forbidden
            unsent                     | CancelledUnsent>CANCELLED_UNSENT CancelledUnsent>CANCELLED_UNSENT forbidden forbidden forbidden forbidden forbidden forbidden forbidden
            found resting              | Accepted>RESTING Accepted>RESTING Accepted>RESTING nothing nothing nothing Accepted>RESTING Accepted>RESTING Accepted>RESTING
            found resting in part      | Accepted>RESTING Accepted>RESTING Accepted>RESTING Accepted>RESTING nothing Accepted>CANCELED Accepted>RESTING Accepted>RESTING Accepted>RESTING
            found executed             | Canceled>EXECUTED Canceled>EXECUTED Canceled>EXECUTED Canceled>EXECUTED nothing Canceled>EXECUTED Canceled>EXECUTED Canceled>EXECUTED Canceled>EXECUTED
            found canceled             | Canceled>CANCELED Canceled>CANCELED Canceled>CANCELED Canceled>CANCELED nothing nothing Canceled>CANCELED Canceled>CANCELED Canceled>CANCELED
            found canceled in part     | Canceled>CANCELED Canceled>CANCELED Canceled>CANCELED Canceled>CANCELED nothing Canceled>CANCELED Canceled>CANCELED Canceled>CANCELED Canceled>CANCELED
            found, status unknown      | Accepted>CANCELED Accepted>CANCELED Accepted>CANCELED Accepted>CANCELED nothing Accepted>CANCELED Accepted>CANCELED Accepted>CANCELED Accepted>CANCELED
            found by a fill            | Filled>IN_DOUBT Filled>SENDING Filled>IN_DOUBT Filled>RESTING Filled>EXECUTED Filled>CANCELED Filled>IN_DOUBT Filled>IN_DOUBT Filled>IN_DOUBT
            found by all its fills     | Filled,Filled>EXECUTED in every state
            absent                     | nothing nothing ProvenAbsent>ABSENT nothing nothing nothing nothing nothing nothing
            still unknown              | nothing in every state
            """;

    static {
        answer("placed, filled whole", new Placed(X1, Quantity.of("10"), Quantity.ZERO));
        answer("placed, filled in part", new Placed(X1, Quantity.of("4"), Quantity.ZERO));
        answer("placed, nothing filled", new Placed(X1, Quantity.ZERO, Quantity.ZERO));
        answer("placed, rests", new Placed(X1, Quantity.ZERO, Quantity.of("10")));
        answer("placed, rests in part", new Placed(X1, Quantity.of("4"), Quantity.of("6")));
        answer("placed under another id", new Placed(new ExchangeOrderId("X-2"), Quantity.of("4"), Quantity.ZERO));
        answer("placed, more than asked", new Placed(X1, Quantity.of("11"), Quantity.ZERO));
        answer("refused", new Refused("insufficient_balance", "too low", false));
        answer("refused, key", new Refused("authentication_error", "key", true));
        for (Doubt doubt : Doubt.values()) {
            answer("unknown, " + doubt, new Unknown(doubt + ": detail"));
        }
        answer("unsent", new Unsent("WITHDRAWN: lease"));
        evidence("found resting", found("0", "10", false));
        evidence("found resting in part", found("4", "6", false));
        evidence("found executed", found("10", "0", true));
        evidence("found canceled", found("0", "0", true));
        evidence("found canceled in part", found("4", "0", true));
        evidence("found, status unknown", found("4", "0", false));
        evidence("found by a fill", new Filled(List.of(fill("a", "4"))));
        evidence("found by all its fills", new Filled(List.of(fill("a", "4"), fill("b", "6"))));
        evidence("absent", new Absent("two scans"));
        evidence("still unknown", new StillUnknown());
    }

    static Stream<Arguments> everyAnswerInEveryState() {
        List<Arguments> cases = new ArrayList<>();
        TABLE.lines().forEach(line -> {
            String[] parts = line.split("\\|");
            String[] cells = parts[1].strip().split(" ");
            boolean same = parts[1].endsWith(" in every state");
            assertThat(same ? 9 : cells.length).as(line).isEqualTo(9);
            for (OrderStatus status : OrderStatus.values()) {
                cases.add(Arguments.of(parts[0].strip(), status, cells[same ? 0 : status.ordinal()]));
            }
        });
        assertThat(cases).hasSize(ANSWERS.size() * OrderStatus.values().length);
        return cases.stream();
    }

    @ParameterizedTest(name = "{0} while {1}: {2}")
    @MethodSource("everyAnswerInEveryState")
    void turnsEachAnswerIntoItsEventsAndNoOthers(String answer, OrderStatus status, String expected) {
        Order order = Order.replay(WAYS.get(status));
        assertThat(order.status()).isEqualTo(status);
        Function<Order, List<OrderEvent>> news = ANSWERS.get(answer);
        if (expected.equals(FORBIDDEN)) {
            assertThatThrownBy(() -> after(order, news.apply(order))).isInstanceOf(ForbiddenOrderEvent.class);
            return;
        }
        List<OrderEvent> events = news.apply(order);
        assertThat(
                        events.isEmpty()
                                ? NOTHING
                                : names(events) + ">" + after(order, events).status())
                .isEqualTo(expected);
    }

    private static Order after(Order order, List<OrderEvent> events) {
        Order after = order;
        for (OrderEvent event : events) {
            after = after.apply(event);
        }
        return after;
    }

    private static String names(List<OrderEvent> events) {
        return String.join(
                ",",
                events.stream()
                        .map(event -> event.getClass().getSimpleName().substring("Order".length()))
                        .toList());
    }

    private static void answer(String name, SendOutcome outcome) {
        ANSWERS.put(name, order -> List.of(OrderNews.answered(order, outcome, AT)));
    }

    private static void evidence(String name, Verdict verdict) {
        ANSWERS.put(name, order -> OrderNews.seen(order, verdict, AT));
    }

    private static OrderEvent accepted(String filled, String remaining) {
        return new OrderEvent.OrderAccepted(X1, Quantity.of(filled), Quantity.of(remaining), AT);
    }

    private static Verdict found(String filled, String remaining, boolean over) {
        return new Exists(new Found(X1, Quantity.of(filled), Quantity.of(remaining), over, CancelReason.OTHER));
    }

    private static Fill fill(String id, String quantity) {
        return new Fill(
                new FillId(id),
                X1,
                Optional.of(ID),
                TICKER,
                Side.YES,
                Price.of("0.96"),
                Quantity.of(quantity),
                Money.ZERO,
                true,
                BusinessTime.parse("2026-11-22T16:50:00Z"));
    }
}
