package io.recio.tradeexecutor.exchange;

import io.recio.domain.order.CancelReason;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.order.ExchangeOrderId;
import io.recio.domain.order.Fill;
import io.recio.domain.time.SystemTime;
import io.recio.kalshi.model.AccountOrder;
import io.recio.tradeexecutor.exchange.Exchange.Found;
import io.recio.tradeexecutor.exchange.Exchange.Scan;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What all pages of a market's orders and fills say about one of our orders; pure. */
final class EvidenceScan {

    private EvidenceScan() {}

    /**
     * @throws ExchangeAway when the order is not there and a fill belongs to an order that is not there either: that order
     *     could be ours, so the pages do not show everything yet
     */
    static Scan of(
            ClientOrderId id,
            Optional<ExchangeOrderId> exchangeId,
            List<AccountOrder> orders,
            List<Fill> fills,
            SystemTime visibleUntil) {
        Optional<AccountOrder> order =
                orders.stream().filter(each -> isOurs(each, id, exchangeId)).findFirst();
        Optional<ExchangeOrderId> known = order.map(AccountOrder::id).or(() -> exchangeId);
        List<Fill> ours = fills.stream().filter(fill -> isOurs(fill, id, known)).toList();
        if (order.isEmpty() && ours.isEmpty()) {
            requireExplained(orders, fills);
        }
        return new Scan(order.map(EvidenceScan::found), ours, visibleUntil);
    }

    static Found found(AccountOrder order) {
        return new Found(
                order.id(), order.filled(), order.remaining(), order.state().isFinal(), CancelReason.OTHER);
    }

    private static boolean isOurs(AccountOrder order, ClientOrderId id, Optional<ExchangeOrderId> exchangeId) {
        return order.clientOrderId().filter(id::equals).isPresent()
                || exchangeId.filter(order.id()::equals).isPresent();
    }

    private static boolean isOurs(Fill fill, ClientOrderId id, Optional<ExchangeOrderId> exchangeId) {
        return fill.clientOrderId().filter(id::equals).isPresent()
                || exchangeId.filter(fill.orderId()::equals).isPresent();
    }

    private static void requireExplained(List<AccountOrder> orders, List<Fill> fills) {
        Set<ExchangeOrderId> listed = orders.stream().map(AccountOrder::id).collect(Collectors.toSet());
        fills.stream()
                .filter(fill -> !listed.contains(fill.orderId()))
                .findFirst()
                .ifPresent(fill -> {
                    throw new ExchangeAway(
                            "fill " + fill.id() + " must belong to a listed order, was of " + fill.orderId());
                });
    }
}
