package io.recio.trademanager.order;

import static io.recio.trademanager.trade.TestTrades.ENTRY;
import static io.recio.trademanager.trade.TestTrades.NOW;
import static io.recio.trademanager.trade.TestTrades.filled;
import static io.recio.trademanager.trade.TestTrades.requested;
import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.market.Side;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.OrderStatus;
import io.recio.domain.trade.Trade;
import io.recio.domain.trade.TradeEvent;
import io.recio.domain.trade.TradeEvent.CloseEnded;
import io.recio.domain.trade.TradeEvent.EntryEnded;
import io.recio.domain.trade.TradeEvent.EntryRejected;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrderReportTest {

    @Test
    void endsAnEntryWithItsCountAndReason() {
        assertThat(event(report(OrderStatus.CANCELED, "4", "NOT_FILLED_AT_ONCE"), requested(Side.YES)))
                .contains(new EntryEnded(Quantity.of("4"), "NOT_FILLED_AT_ONCE", NOW));
        assertThat(event(report(OrderStatus.EXECUTED, "10", ""), requested(Side.YES)))
                .contains(new EntryEnded(Quantity.of("10"), "EXECUTED", NOW));
    }

    @Test
    void rejectsAnEntryWithCodeAndDetails() {
        assertThat(event(report(OrderStatus.REJECTED, "0", "invalid_price: off the grid: .965"), requested(Side.YES)))
                .contains(new EntryRejected("invalid_price", "off the grid: .965", NOW));
        assertThat(event(report(OrderStatus.REJECTED, "0", "rejected"), requested(Side.YES)))
                .contains(new EntryRejected("rejected", "", NOW));
    }

    @Test
    void saysTheSameThingOnce() {
        Trade ended = requested(Side.YES, new EntryEnded(Quantity.of("4"), "NOT_FILLED_AT_ONCE", NOW));
        assertThat(event(report(OrderStatus.CANCELED, "4", "NOT_FILLED_AT_ONCE"), ended))
                .isEmpty();
        assertThat(event(report(OrderStatus.CANCELED, "6", "NOT_FILLED_AT_ONCE"), ended))
                .contains(new EntryEnded(Quantity.of("6"), "NOT_FILLED_AT_ONCE", NOW));
    }

    @Test
    void awaitsTheExchangesWordWhenItIsOlderThanTheFills() {
        Trade proven =
                requested(Side.YES, new EntryEnded(Quantity.ZERO, "two scans without it", NOW), filled(Side.YES, "3"));
        assertThat(event(report(OrderStatus.ABSENT, "0", "two scans without it"), proven))
                .isEmpty();
        assertThat(event(report(OrderStatus.ABSENT, "3", "two scans without it"), proven))
                .contains(new EntryEnded(Quantity.of("3"), "two scans without it", NOW));
    }

    @Test
    void endsACloseEvenWhenItWasRejected() {
        OrderReport report = report(OrderStatus.REJECTED, "0", "MARKET_INACTIVE: closed");
        assertThat(report.event(requested(Side.YES).entry(), false, NOW))
                .contains(new CloseEnded(ENTRY, Quantity.ZERO, "MARKET_INACTIVE: closed", NOW));
    }

    private static Optional<TradeEvent> event(OrderReport report, Trade trade) {
        return report.event(trade.entry(), true, NOW);
    }

    private static OrderReport report(OrderStatus status, String filled, String reason) {
        return new OrderReport(ENTRY, status, Quantity.of(filled), reason);
    }
}
