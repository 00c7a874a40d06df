package io.recio.tradeexecutor.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.CancelReason;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.order.ExchangeOrderId;
import io.recio.domain.order.Fill;
import io.recio.domain.order.FillId;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemTime;
import io.recio.kalshi.model.AccountOrder;
import io.recio.kalshi.model.OrderState;
import io.recio.tradeexecutor.exchange.Exchange.Found;
import io.recio.tradeexecutor.exchange.Exchange.Scan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvidenceScanTest {

    private static final SystemTime VISIBLE = SystemTime.of(Instant.parse("2026-11-22T16:50:00Z"));
    private static final MarketTicker TICKER = new MarketTicker("KXBTCD-26NOV2217-T114999.99");
    private static final ClientOrderId OURS = new ClientOrderId("rec-1");
    private static final ClientOrderId ANOTHER = new ClientOrderId("rec-2");

    @Test
    void findsTheOrderByOurIdAndItsFillsByTheExchangesId() {
        Fill fill = fill("F-1", "X-1", Optional.empty());
        assertThat(scan(
                        Optional.empty(),
                        List.of(order("X-2", ANOTHER), order("X-1", OURS)),
                        List.of(fill("F-2", "X-2", Optional.empty()), fill)))
                .isEqualTo(new Scan(Optional.of(found("X-1")), List.of(fill), VISIBLE));
    }

    @Test
    void findsTheOrderByTheExchangesIdThatAFillTold() {
        assertThat(scan(Optional.of(new ExchangeOrderId("X-1")), List.of(order("X-1", ANOTHER)), List.of()))
                .isEqualTo(new Scan(Optional.of(found("X-1")), List.of(), VISIBLE));
    }

    @Test
    void findsAFillByOurIdThoughNoPageHoldsTheOrder() {
        Fill fill = fill("F-1", "X-1", Optional.of(OURS));
        assertThat(scan(Optional.empty(), List.of(), List.of(fill)))
                .isEqualTo(new Scan(Optional.empty(), List.of(fill), VISIBLE));
    }

    @Test
    void findsNothingWhereEveryFillBelongsToAnotherOrder() {
        assertThat(scan(
                        Optional.empty(),
                        List.of(order("X-2", ANOTHER)),
                        List.of(fill("F-2", "X-2", Optional.empty()))))
                .isEqualTo(new Scan(Optional.empty(), List.of(), VISIBLE));
    }

    @Test
    void provesNothingWhileAFillBelongsToNoListedOrder() {
        assertThatThrownBy(() -> scan(
                        Optional.empty(),
                        List.of(order("X-2", ANOTHER)),
                        List.of(fill("F-3", "X-3", Optional.empty()))))
                .isInstanceOf(ExchangeAway.class)
                .hasMessage("fill F-3 must belong to a listed order, was of X-3");
    }

    private static Scan scan(Optional<ExchangeOrderId> exchangeId, List<AccountOrder> orders, List<Fill> fills) {
        return EvidenceScan.of(OURS, exchangeId, orders, fills, VISIBLE);
    }

    private static Found found(String id) {
        return new Found(new ExchangeOrderId(id), Quantity.ofContracts(8), Quantity.ZERO, true, CancelReason.OTHER);
    }

    private static AccountOrder order(String id, ClientOrderId clientId) {
        return new AccountOrder(
                new ExchangeOrderId(id),
                Optional.of(clientId),
                TICKER,
                Optional.of(Side.YES),
                OrderState.CANCELED,
                Optional.of(Price.of("0.97")),
                Quantity.ofContracts(20),
                Quantity.ofContracts(8),
                Quantity.ZERO,
                Money.ZERO,
                Money.ZERO,
                Optional.empty(),
                Optional.of(2),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Fill fill(String id, String order, Optional<ClientOrderId> clientId) {
        return new Fill(
                new FillId(id),
                new ExchangeOrderId(order),
                clientId,
                TICKER,
                Side.YES,
                Price.of("0.97"),
                Quantity.ofContracts(8),
                Money.ZERO,
                true,
                BusinessTime.parse("2026-11-22T16:50:00Z"));
    }
}
