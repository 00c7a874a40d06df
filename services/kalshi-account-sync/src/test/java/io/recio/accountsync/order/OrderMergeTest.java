package io.recio.accountsync.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.accountsync.order.OrderMerge.Changed;
import io.recio.accountsync.order.OrderMerge.Incomplete;
import io.recio.accountsync.order.OrderMerge.Unchanged;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.order.ExchangeOrderId;
import io.recio.domain.time.BusinessTime;
import io.recio.kalshi.model.AccountOrder;
import io.recio.kalshi.model.OrderState;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrderMergeTest {

    private static final BusinessTime NOON = BusinessTime.parse("2026-11-22T17:00:00Z");

    @Test
    void takesANewOrderAsItIsTold() {
        assertThat(first(told(OrderState.RESTING, "4.00", "6.00")))
                .isEqualTo(new StoredOrder(
                        new ExchangeOrderId("o1"),
                        Optional.of(new ClientOrderId("our-1")),
                        new MarketTicker("KXBTCD-26NOV2217-T114999.99"),
                        Side.NO,
                        "resting",
                        Price.of("0.0400"),
                        Quantity.of("10.00"),
                        Quantity.of("4.00"),
                        Quantity.of("6.00"),
                        NOON,
                        Optional.empty()));
    }

    @Test
    void goesForwardToItsEnd() {
        StoredOrder resting = first(told(OrderState.RESTING, "4.00", "6.00"));

        StoredOrder executed = next(resting, told(OrderState.EXECUTED, "10.00", "0.00"));

        assertThat(executed.status()).isEqualTo("executed");
        assertThat(executed.filled()).isEqualTo(Quantity.of("10.00"));
    }

    @Test
    void neverComesBackFromItsEnd() {
        StoredOrder cancelled = first(told(OrderState.CANCELED, "4.00", "0.00"));

        assertThat(merge(cancelled, told(OrderState.RESTING, "4.00", "6.00"))).isEqualTo(new Unchanged());
        assertThat(merge(cancelled, told(OrderState.RESTING, "2.00", "8.00"))).isEqualTo(new Unchanged());
        assertThat(merge(cancelled, told(OrderState.EXECUTED, "4.00", "0.00"))).isEqualTo(new Unchanged());
    }

    @Test
    void takesMoreFillsForEvidenceEvenAfterItsEnd() {
        StoredOrder cancelled = first(told(OrderState.CANCELED, "4.00", "0.00"));

        StoredOrder executed = next(cancelled, told(OrderState.EXECUTED, "10.00", "0.00"));
        StoredOrder grown = next(cancelled, told(OrderState.RESTING, "5.00", "5.00"));

        assertThat(executed.status()).isEqualTo("executed");
        assertThat(grown.status()).isEqualTo("canceled");
        assertThat(grown.filled()).isEqualTo(Quantity.of("5.00"));
        assertThat(grown.remaining()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void doesNotForgetFillsForALateWord() {
        StoredOrder resting = first(told(OrderState.RESTING, "4.00", "6.00"));

        assertThat(merge(resting, told(OrderState.RESTING, "0.00", "10.00"))).isEqualTo(new Unchanged());
    }

    @Test
    void keepsItsStatusWhenTheNewOneIsUnknown() {
        StoredOrder resting = first(told(OrderState.RESTING, "4.00", "6.00"));

        assertThat(next(resting, told(OrderState.UNKNOWN, "5.00", "5.00")).status())
                .isEqualTo("resting");
        assertThat(first(told(OrderState.UNKNOWN, "0.00", "10.00")).status()).isEqualTo("unknown");
    }

    @Test
    void cannotRecordANewOrderWithoutItsSide() {
        AccountOrder told = order(OrderState.RESTING, "0.00", "10.00", Optional.empty());

        assertThat(OrderMerge.merge(Optional.empty(), told, NOON)).isEqualTo(new Incomplete(told));
        StoredOrder known = first(told(OrderState.RESTING, "0.00", "10.00"));
        assertThat(merge(known, told)).isEqualTo(new Unchanged());
    }

    private static OrderMerge.Merged merge(StoredOrder known, AccountOrder told) {
        return OrderMerge.merge(Optional.of(known), told, NOON);
    }

    private static StoredOrder first(AccountOrder told) {
        return ((Changed) OrderMerge.merge(Optional.empty(), told, NOON)).order();
    }

    private static StoredOrder next(StoredOrder known, AccountOrder told) {
        return ((Changed) merge(known, told)).order();
    }

    private static AccountOrder told(OrderState state, String filled, String remaining) {
        return order(state, filled, remaining, Optional.of(Side.NO));
    }

    private static AccountOrder order(OrderState state, String filled, String remaining, Optional<Side> side) {
        return new AccountOrder(
                new ExchangeOrderId("o1"),
                Optional.of(new ClientOrderId("our-1")),
                new MarketTicker("KXBTCD-26NOV2217-T114999.99"),
                side,
                state,
                Optional.of(Price.of("0.0400")),
                Quantity.of("10.00"),
                Quantity.of(filled),
                Quantity.of(remaining),
                Money.ZERO,
                Money.ZERO,
                Optional.empty(),
                Optional.of(2),
                Optional.of(NOON),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
