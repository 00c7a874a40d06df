package io.recio.accountsync.record;

import io.recio.accountsync.order.StoredOrder;
import io.recio.accountsync.position.HeldPosition;
import io.recio.accountsync.settlement.StoredSettlement;
import io.recio.accountsync.settlement.StoredSettlement.State;
import io.recio.domain.market.EventTicker;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.money.Money;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.order.ExchangeOrderId;
import io.recio.domain.order.Fill;
import io.recio.domain.order.FillId;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemTime;
import io.recio.storage.Statements;
import io.recio.storage.Times;
import io.recio.storage.system.AlertStore;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** SQL of {@code account.*}. Nothing is written, so nobody is woken, when there is nothing to write. */
final class PostgresAccountRows implements AccountRows {

    private final Statements statements;
    private final String account;
    private final String mode;
    private final AlertStore alerts = new AlertStore();

    PostgresAccountRows(Statements statements, String account, String mode) {
        this.statements = statements;
        this.account = account;
        this.mode = mode;
    }

    @Override
    public Map<FillId, Fill> fills(Collection<FillId> ids) {
        return byKey(AccountColumns::fill, Fill::id, AccountSql.FILLS, texts(ids, FillId::value));
    }

    @Override
    public void addFills(Collection<Fill> fills, FillSource source) {
        statements.batch(
                AccountSql.ADD_FILL,
                fills.stream()
                        .map(fill -> tuple(
                                fill.id().value(),
                                fill.orderId().value(),
                                fill.clientOrderId().map(ClientOrderId::value).orElse(null),
                                fill.ticker().value(),
                                fill.boughtSide().name(),
                                fill.yesPrice().dollars(),
                                fill.quantity().contracts(),
                                fill.fee().dollars(),
                                fill.taker(),
                                Times.column(fill.filledAt()),
                                source.column()))
                        .toList());
    }

    @Override
    public Map<ExchangeOrderId, StoredOrder> orders(Collection<ExchangeOrderId> ids) {
        return byKey(AccountColumns::order, StoredOrder::id, AccountSql.ORDERS, texts(ids, ExchangeOrderId::value));
    }

    @Override
    public Set<ExchangeOrderId> unfinishedOrders() {
        return new HashSet<>(statements.list(
                row -> new ExchangeOrderId(row.getString("order_id")), AccountSql.UNFINISHED_ORDERS, account, mode));
    }

    @Override
    public void putOrders(Collection<StoredOrder> orders) {
        if (orders.isEmpty()) {
            return;
        }
        statements.batch(
                AccountSql.PUT_ORDER,
                orders.stream()
                        .map(order -> tuple(
                                order.id().value(),
                                order.clientOrderId().map(ClientOrderId::value).orElse(null),
                                order.ticker().value(),
                                order.boughtSide().name(),
                                order.status(),
                                order.yesPrice().dollars(),
                                order.initial().contracts(),
                                order.filled().contracts(),
                                order.remaining().contracts(),
                                Times.column(order.createdAt()),
                                order.updateReason().orElse(null)))
                        .toList());
        statements.update(AccountSql.TEACH_FILLS, account, mode, texts(orders, order -> order.id()
                .value()));
    }

    @Override
    public List<HeldPosition> positions() {
        return statements.list(AccountColumns::position, AccountSql.POSITIONS, account, mode);
    }

    @Override
    public void putPositions(Collection<HeldPosition> positions) {
        statements.batch(
                AccountSql.PUT_POSITION,
                positions.stream()
                        .map(position -> tuple(
                                position.ticker().value(),
                                BigDecimal.valueOf(position.position().units(), Quantity.SCALE),
                                position.exposure().dollars(),
                                position.realizedPnl().dollars(),
                                position.feesPaid().dollars(),
                                Times.column(position.exchangeAt())))
                        .toList());
    }

    @Override
    public Map<Integer, Money> balances() {
        Map<Integer, Money> balances = new HashMap<>();
        statements
                .query(
                        "SELECT exchange_index, balance FROM account.balances WHERE account = $1 AND mode = $2",
                        account,
                        mode)
                .forEach(row -> balances.put(row.getInteger("exchange_index"), Money.of(row.getBigDecimal("balance"))));
        return balances;
    }

    @Override
    public void putBalances(Map<Integer, Money> changed, BusinessTime at) {
        statements.batch(
                AccountSql.PUT_BALANCE,
                changed.entrySet().stream()
                        .map(entry -> tuple(entry.getKey(), entry.getValue().dollars()))
                        .toList());
        statements.batch(
                AccountSql.PUT_BALANCE_HISTORY,
                changed.entrySet().stream()
                        .map(entry -> tuple(entry.getKey(), entry.getValue().dollars(), Times.column(at)))
                        .toList());
    }

    @Override
    public Map<MarketTicker, StoredSettlement> settlements(Collection<MarketTicker> tickers) {
        return byKey(
                AccountColumns::settlement,
                StoredSettlement::ticker,
                AccountSql.SETTLEMENTS,
                texts(tickers, MarketTicker::value));
    }

    @Override
    public Set<MarketTicker> awaitingPayout() {
        return new HashSet<>(statements.list(
                row -> new MarketTicker(row.getString("ticker")),
                "SELECT ticker FROM account.settlements WHERE account = $1 AND mode = $2 AND state = $3",
                account,
                mode,
                State.PROVISIONAL.name().toLowerCase(Locale.ROOT)));
    }

    @Override
    public void putSettlements(Collection<StoredSettlement> settlements) {
        statements.batch(
                AccountSql.PUT_SETTLEMENT,
                settlements.stream()
                        .map(settlement -> tuple(
                                settlement.ticker().value(),
                                settlement.event().value(),
                                settlement.result().name().toLowerCase(Locale.ROOT),
                                settlement.yesValue().dollars(),
                                settlement.yesCount().contracts(),
                                settlement.noCount().contracts(),
                                settlement.revenue().dollars(),
                                settlement.fee().dollars(),
                                settlement.state().name().toLowerCase(Locale.ROOT),
                                Times.column(settlement.settledAt())))
                        .toList());
    }

    @Override
    public Optional<EventTicker> event(MarketTicker ticker) {
        return statements
                .first("SELECT event_ticker FROM markets.markets WHERE ticker = $1", ticker.value())
                .map(row -> new EventTicker(row.getString("event_ticker")));
    }

    @Override
    public boolean wasAuthenticated() {
        return statements
                .first("SELECT authenticated FROM account.sync_state WHERE account = $1 AND mode = $2", account, mode)
                .map(row -> row.getBoolean("authenticated"))
                .orElse(true);
    }

    @Override
    public void putState(SyncState state) {
        statements.update(
                AccountSql.PUT_STATE,
                account,
                mode,
                state.authenticated(),
                state.connected(),
                state.silence().map(silence -> (double) silence.toMillis()).orElse(null),
                column(state.subscribedSince()),
                column(state.userDataAsOf()),
                column(state.ordersReadAt()),
                column(state.reconciledAt()),
                state.isStale(),
                state.staleReason().orElse(null));
    }

    @Override
    public void raise(Notice notice, BusinessTime at) {
        alerts.raise(statements, notice.severity(), notice.code(), notice.message(), notice.facts(), at);
    }

    @Override
    public void settle(String code) {
        alerts.resolve(statements, code);
    }

    private <K, T> Map<K, T> byKey(Function<Row, T> reader, Function<T, K> key, String sql, String[] ids) {
        Map<K, T> found = new HashMap<>();
        if (ids.length > 0) {
            statements.query(sql, account, mode, ids).forEach(row -> {
                T value = reader.apply(row);
                found.put(key.apply(value), value);
            });
        }
        return found;
    }

    /** Account and mode, then the columns. */
    private Tuple tuple(Object... columns) {
        Tuple tuple = Tuple.tuple().addString(account).addString(mode);
        for (Object column : columns) {
            tuple.addValue(column);
        }
        return tuple;
    }

    private static Object column(Optional<SystemTime> time) {
        return time.map(Times::column).orElse(null);
    }

    private static <T> String[] texts(Collection<T> values, Function<T, String> text) {
        return values.stream().map(text).toArray(String[]::new);
    }
}
