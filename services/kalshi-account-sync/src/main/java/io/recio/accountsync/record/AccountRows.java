package io.recio.accountsync.record;

import io.recio.accountsync.order.StoredOrder;
import io.recio.accountsync.position.HeldPosition;
import io.recio.accountsync.settlement.StoredSettlement;
import io.recio.domain.market.EventTicker;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.money.Money;
import io.recio.domain.order.ExchangeOrderId;
import io.recio.domain.order.Fill;
import io.recio.domain.order.FillId;
import io.recio.domain.time.BusinessTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows of {@code account.*} within one transaction; those of our account and mode only. */
public interface AccountRows {

    /** The recorded ones of these fills. */
    Map<FillId, Fill> fills(Collection<FillId> ids);

    /** Adds fills that are not recorded; each learns its client order id from the recorded orders when it has none. */
    void addFills(Collection<Fill> fills, FillSource source);

    /** The recorded ones of these orders. */
    Map<ExchangeOrderId, StoredOrder> orders(Collection<ExchangeOrderId> ids);

    /** Orders of which we do not know how they ended. */
    Set<ExchangeOrderId> unfinishedOrders();

    /** Writes orders; recorded fills of theirs learn the client order id. */
    void putOrders(Collection<StoredOrder> orders);

    List<HeldPosition> positions();

    void putPositions(Collection<HeldPosition> positions);

    Map<Integer, Money> balances();

    /** Writes what changed and keeps it in the history. */
    void putBalances(Map<Integer, Money> changed, BusinessTime at);

    Map<MarketTicker, StoredSettlement> settlements(Collection<MarketTicker> tickers);

    /** Markets whose settlement is provisional. */
    Set<MarketTicker> awaitingPayout();

    void putSettlements(Collection<StoredSettlement> settlements);

    /** The market's event as the market watch recorded it. */
    Optional<EventTicker> event(MarketTicker ticker);

    /** Whether our key worked last; true when nothing is recorded. */
    boolean wasAuthenticated();

    void putState(SyncState state);

    void raise(Notice notice, BusinessTime at);

    /** Our notices of this code have lost their cause. */
    void settle(String code);
}
