package io.recio.tradeexecutor.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.market.EventTicker;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.BookSide;
import io.recio.domain.order.CancelReason;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.order.ExchangeOrderId;
import io.recio.domain.order.Order;
import io.recio.domain.order.OrderEvent;
import io.recio.domain.order.OrderIntent;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemTime;
import io.recio.tradeexecutor.exchange.Exchange;
import io.recio.tradeexecutor.order.StoredOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class AbandonedEntriesTest {

    private static final SystemTime AT = SystemTime.of(Instant.parse("2026-11-22T16:50:00Z"));
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Book book = new Book();
    private final Deque<Runnable> later = new ArrayDeque<>();
    private final List<Duration> delays = new ArrayList<>();
    private boolean away = true;
    private final AbandonedEntries abandoned = new AbandonedEntries(book, LIMIT, () -> away, (delay, action) -> {
        delays.add(delay);
        later.add(action);
    });

    @Test
    void cancelsWhatRestsOnceTheDatabaseHasBeenAwayForTheLimit() {
        abandoned.left(List.of(resting("X-1"), resting("X-2")));
        assertThat(book.cancelled).isEmpty();
        later.remove().run();
        assertThat(book.cancelled).containsExactly("X-1", "X-2");
        assertThat(delays).containsExactly(LIMIT);
    }

    @Test
    void triesAgainEachSecondWhatMayStillRest() {
        book.stubborn = "X-1";
        abandoned.left(List.of(resting("X-1"), resting("X-2")));
        later.remove().run();
        book.stubborn = "";
        later.remove().run();
        assertThat(book.cancelled).containsExactly("X-1", "X-2", "X-1");
        assertThat(later).isEmpty();
        assertThat(delays).containsExactly(LIMIT, Duration.ofSeconds(1));
    }

    @Test
    void leavesTheBookAloneWhenTheDeskWorksAgain() {
        abandoned.left(List.of(resting("X-1")));
        abandoned.recovered();
        later.remove().run();
        assertThat(book.cancelled).isEmpty();
    }

    @Test
    void leavesTheBookToWhoeverServesWhenOnlyTheLeaseWasLost() {
        away = false;
        abandoned.left(List.of(resting("X-1")));
        later.remove().run();
        assertThat(book.cancelled).isEmpty();
    }

    @Test
    void waitsForNothingWhenNothingRests() {
        abandoned.left(List.of());
        assertThat(later).isEmpty();
    }

    private static StoredOrder resting(String id) {
        OrderIntent intent = OrderIntent.entry(
                new ClientOrderId("rec-" + id),
                new MarketTicker("KXBTCD-26NOV2217-T114999.99"),
                BookSide.BID,
                Quantity.of("10"),
                Price.of("0.96"),
                Optional.empty(),
                2,
                AT);
        Order order = Order.replay(List.of(
                new OrderEvent.OrderIntended(intent, AT),
                new OrderEvent.OrderClaimed(1, 1, AT),
                new OrderEvent.OrderAccepted(new ExchangeOrderId(id), Quantity.ZERO, Quantity.of("10"), AT)));
        return new StoredOrder(
                order,
                new EventTicker("KXBTCD-26NOV2217"),
                BusinessTime.parse("2026-11-22T17:00:00Z"),
                Optional.of(AT),
                2);
    }

    private static final class Book implements Exchange {

        private final List<String> cancelled = new ArrayList<>();
        private String stubborn = "";

        @Override
        public CancelOutcome cancel(ExchangeOrderId id, MarketTicker ticker, int shard) {
            cancelled.add(id.value());
            return id.value().equals(stubborn)
                    ? new MayRest("no answer")
                    : new Gone(new Found(id, Quantity.ZERO, Quantity.ZERO, true, CancelReason.REQUESTED));
        }

        @Override
        public SendOutcome send(OrderIntent intent, Optional<BusinessTime> expiresAt, BooleanSupplier mayWrite) {
            throw new AssertionError("nothing may be sent");
        }

        @Override
        public Scan scan(ClientOrderId id, Optional<ExchangeOrderId> exchangeId, MarketTicker ticker) {
            throw new AssertionError("nothing may be scanned");
        }

        @Override
        public boolean renew(ExchangeOrderId id, OrderIntent intent, BusinessTime expiresAt, BooleanSupplier mayWrite) {
            throw new AssertionError("nothing may be renewed");
        }

        @Override
        public void proveAccess() {}
    }
}
