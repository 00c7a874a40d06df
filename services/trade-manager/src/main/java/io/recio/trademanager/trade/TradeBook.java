package io.recio.trademanager.trade;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.trade.Trade;
import io.recio.domain.trade.TradeId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The desk's memory of the trades by which money can still be lost. It follows the log: a change is put here only once it has
 * committed. One thread only.
 */
public final class TradeBook {

    private final Map<TradeId, LoggedTrade> atRisk = new LinkedHashMap<>();

    /** Takes the trade as it now is, and lets go of it when it is over. */
    public void put(LoggedTrade logged) {
        if (logged.isAtRisk()) {
            atRisk.put(logged.id(), logged);
        } else {
            atRisk.remove(logged.id());
        }
    }

    public Optional<LoggedTrade> find(TradeId id) {
        return Optional.ofNullable(atRisk.get(id));
    }

    public Optional<LoggedTrade> owning(ClientOrderId order) {
        return atRisk.values().stream()
                .filter(logged -> logged.trade().owns(order))
                .findFirst();
    }

    public List<LoggedTrade> inMarket(MarketTicker ticker) {
        return atRisk.values().stream()
                .filter(logged -> logged.trade().terms().ticker().equals(ticker))
                .toList();
    }

    public Collection<LoggedTrade> all() {
        return List.copyOf(atRisk.values());
    }

    public List<Trade> trades() {
        return atRisk.values().stream().map(LoggedTrade::trade).toList();
    }
}
