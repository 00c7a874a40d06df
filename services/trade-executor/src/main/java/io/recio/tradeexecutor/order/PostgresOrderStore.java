package io.recio.tradeexecutor.order;

import io.recio.domain.market.EventTicker;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.BookSide;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.order.ExchangeOrderId;
import io.recio.domain.order.ForbiddenOrderEvent;
import io.recio.domain.order.Order;
import io.recio.domain.order.OrderEvent;
import io.recio.domain.order.OrderGroupId;
import io.recio.domain.order.OrderIntent;
import io.recio.domain.order.OrderPurpose;
import io.recio.domain.order.OrderStatus;
import io.recio.domain.order.SelfTradePrevention;
import io.recio.domain.order.TimeInForce;
import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.SystemClock;
import io.recio.servicekit.ServiceConfig;
import io.recio.storage.Database;
import io.recio.storage.Fence;
import io.recio.storage.Statements;
import io.recio.storage.Times;
import io.recio.storage.json.EventJson;
import io.recio.storage.market.MarketStore;
import io.recio.tradeexecutor.ExecutorConfig;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** {@code trading.order_intents}, {@code order_events} and {@code orders} of our account and mode. */
@Singleton
class PostgresOrderStore implements OrderStore {

    private static final Logger LOG = Logger.getLogger(PostgresOrderStore.class);

    private static final EventJson<OrderEvent> EVENTS = new EventJson<>(OrderEvent.class);

    /** All that an entry stands on, in one statement because it waits for it. */
    private static final String GROUND = """
            SELECT risk.kill_switch AS killed, risk.entries_halted AS halted,
                EXISTS (SELECT 1 FROM trading.supervisor_heartbeat beat WHERE beat.account = $1 AND beat.mode = $2
                    AND beat.beat_at > clock_timestamp() - $3::double precision * interval '1 millisecond') AS watched,
                EXISTS (SELECT 1 FROM markets.exchange_status status
                    WHERE status.exchange_index = $4 AND status.exchange_active AND status.trading_active) AS trading,
                coalesce((SELECT held.balance FROM account.balances held
                    WHERE held.account = $1 AND held.mode = $2 AND held.exchange_index = $4), 0)
                - coalesce((SELECT sum(sent.quantity * CASE sent.book_side WHEN 'bid' THEN sent.yes_price
                        ELSE 1 - sent.yes_price END) FROM trading.order_intents sent
                    WHERE sent.account = $1 AND sent.mode = $2 AND sent.exchange_index = $4 AND sent.purpose = 'entry'
                        AND sent.state IN ('sending', 'in_doubt')), 0) AS free
            FROM (SELECT 1) one LEFT JOIN trading.risk_state risk ON risk.account = $1 AND risk.mode = $2""";

    private static final String INTENTS = """
            SELECT i.client_order_id, i.purpose, i.ticker, i.book_side, i.quantity, i.yes_price, i.time_in_force,
                i.reduce_only, i.self_trade_prevention, i.order_group, i.exchange_index, i.deadline, i.closes_at,
                i.intended_at, i.sent_at, t.event_ticker,
                ARRAY(SELECT type FROM trading.order_events e WHERE e.client_order_id = i.client_order_id
                    ORDER BY seq) AS types,
                ARRAY(SELECT document::text FROM trading.order_events e WHERE e.client_order_id = i.client_order_id
                    ORDER BY seq) AS documents
            FROM trading.order_intents i JOIN trading.trades t ON t.trade_id = i.trade_id
            WHERE i.account = $1 AND i.mode = $2 AND i.""";

    private final Database database;
    private final ExecutorConfig config;
    private final BusinessClock business;
    private final SystemClock clock;
    private final MarketStore markets = new MarketStore();
    private final Set<String> unreadable = new HashSet<>();
    private final String account;
    private final String mode;

    PostgresOrderStore(
            Database database,
            ExecutorConfig config,
            ServiceConfig service,
            BusinessClock business,
            SystemClock clock) {
        this.database = database;
        this.config = config;
        this.account = service.account();
        this.mode = service.mode();
        this.business = business;
        this.clock = clock;
    }

    @Override
    public List<StoredOrder> unclaimed() {
        return orders("state = 'new' ORDER BY i.purpose, i.intended_at");
    }

    @Override
    public List<StoredOrder> unsettled() {
        return orders("state IN ('in_doubt', 'resting') ORDER BY i.intended_at");
    }

    @Override
    public Optional<String> entryObstacle(int shard, Money needed) {
        Row row = database.first(
                        GROUND,
                        account,
                        mode,
                        (double) config.supervisorHeartbeatLimit().toMillis(),
                        shard)
                .orElseThrow();
        if (row.getBoolean("killed") == null) {
            return Optional.of("RISK_STATE_UNKNOWN");
        }
        if (row.getBoolean("killed")) {
            return Optional.of("KILL_SWITCH_ON");
        }
        if (row.getBoolean("halted")) {
            return Optional.of("ENTRIES_HALTED");
        }
        if (!row.getBoolean("watched")) {
            return Optional.of("NO_SUPERVISOR");
        }
        if (!row.getBoolean("trading")) {
            return Optional.of("EXCHANGE_PAUSED");
        }
        return Money.of(row.getBigDecimal("free")).isBelow(needed)
                ? Optional.of("INSUFFICIENT_SHARD_BALANCE")
                : Optional.empty();
    }

    @Override
    public Optional<String> restingObstacle() {
        return database.first("""
                        SELECT CASE WHEN coalesce(risk.kill_switch, true) THEN 'KILL_SWITCH_ON'
                            WHEN risk.entries_halted THEN 'ENTRIES_HALTED'
                            WHEN NOT coalesce(sync.authenticated, true) THEN 'AUTHENTICATION_LOST'
                            WHEN NOT EXISTS (SELECT 1 FROM trading.supervisor_heartbeat beat
                                WHERE beat.account = $1 AND beat.mode = $2 AND beat.beat_at
                                    > clock_timestamp() - $3::double precision * interval '1 millisecond')
                                THEN 'NO_SUPERVISOR' END AS obstacle
                        FROM (SELECT 1) one LEFT JOIN trading.risk_state risk ON risk.account = $1 AND risk.mode = $2
                            LEFT JOIN account.sync_state sync ON sync.account = $1 AND sync.mode = $2""", account, mode, (double)
                        config.supervisorHeartbeatLimit().toMillis())
                .flatMap(row -> Optional.ofNullable(row.getString("obstacle")));
    }

    @Override
    public boolean isTrading(int shard) {
        return markets.isTrading(database, shard);
    }

    @Override
    public StoredOrder claim(Fence fence, StoredOrder order, Optional<OrderGroupId> group) {
        int attempt =
                Math.max(1, order.order().claim().map(Order.Claim::attempt).orElse(1));
        return append(fence, carrying(order, group), new OrderEvent.OrderClaimed(fence.epoch(), attempt, clock.now()));
    }

    @Override
    public StoredOrder append(Fence fence, StoredOrder stored, OrderEvent event) {
        Order next = stored.order().apply(event);
        ClientOrderId id = next.clientOrderId();
        int seq = stored.events() + 1;
        database.fenced(fence, statements -> {
            insert(statements, fence, id, seq, event);
            keep(statements, next);
            setState(statements, fence, id, next, event instanceof OrderEvent.OrderClaimed);
            return null;
        });
        return new StoredOrder(
                next,
                stored.event(),
                stored.closesAt(),
                event instanceof OrderEvent.OrderClaimed ? Optional.of(event.at()) : stored.sentAt(),
                seq);
    }

    @Override
    public List<ClientOrderId> doubtFormerEpochs(Fence fence) {
        List<ClientOrderId> doubted = new ArrayList<>();
        for (StoredOrder order : orders("state = 'sending' AND i.epoch < $3", fence.epoch())) {
            append(fence, order, new OrderEvent.OrderFellInDoubt("executor was replaced while sending", clock.now()));
            doubted.add(order.order().clientOrderId());
        }
        return doubted;
    }

    /** Nothing has happened to an order that is about to be claimed, so it begins anew with the group. */
    private StoredOrder carrying(StoredOrder stored, Optional<OrderGroupId> group) {
        if (group.isEmpty()) {
            return stored;
        }
        OrderIntent member = stored.order().intent().carrying(group.get());
        return new StoredOrder(
                Order.of(new OrderEvent.OrderIntended(member, clock.now())),
                stored.event(),
                stored.closesAt(),
                stored.sentAt(),
                stored.events());
    }

    private void insert(Statements statements, Fence fence, ClientOrderId id, int seq, OrderEvent event) {
        statements.send(
                """
                INSERT INTO trading.order_events (client_order_id, seq, type, document, epoch, business_at)
                VALUES ($1, $2, $3, $4::text::jsonb, $5, $6)""",
                id.value(),
                seq,
                EVENTS.type(event),
                EVENTS.document(event),
                fence.epoch(),
                Times.column(business.now()));
    }

    private static void keep(Statements statements, Order order) {
        statements.send(
                """
                INSERT INTO trading.orders (client_order_id, exchange_order_id, status, filled, remaining, reason)
                VALUES ($1, $2, $3, $4, $5, $6)
                ON CONFLICT (client_order_id) DO UPDATE SET exchange_order_id = excluded.exchange_order_id,
                    status = excluded.status, filled = excluded.filled, remaining = excluded.remaining,
                    reason = excluded.reason, updated_at = clock_timestamp()""",
                order.clientOrderId().value(),
                order.exchangeOrderId().map(ExchangeOrderId::value).orElse(null),
                order.status().name(),
                order.filled().contracts(),
                order.status().isFinal()
                        ? Quantity.ZERO.contracts()
                        : order.intent().count().minus(order.filled()).contracts(),
                order.reason());
    }

    private static void setState(Statements statements, Fence fence, ClientOrderId id, Order order, boolean claimed) {
        statements.send(
                """
                UPDATE trading.order_intents SET state = $2, epoch = $3, attempt = $4, updated_at = clock_timestamp(),
                    sent_at = CASE WHEN $5::boolean THEN clock_timestamp() ELSE sent_at END, order_group = $6
                WHERE client_order_id = $1""",
                id.value(),
                state(order.status()),
                fence.epoch(),
                order.claim().map(Order.Claim::attempt).orElse(0),
                claimed,
                order.intent().group().map(OrderGroupId::value).orElse(null));
    }

    private static String state(OrderStatus status) {
        return switch (status) {
            case INTENDED -> "new";
            case SENDING -> "sending";
            case IN_DOUBT -> "in_doubt";
            case RESTING -> "resting";
            case EXECUTED, CANCELED, REJECTED, ABSENT, CANCELLED_UNSENT -> "final";
        };
    }

    private List<StoredOrder> orders(String condition, Object... more) {
        Object[] parameters =
                Stream.concat(Stream.of(account, mode), Stream.of(more)).toArray();
        return database.list(this::readable, INTENTS + condition, parameters).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** One row that makes no sense must not keep the others from being sent; it stays as it is and is logged once. */
    private Optional<StoredOrder> readable(Row row) {
        try {
            return Optional.of(stored(row));
        } catch (IllegalArgumentException | ForbiddenOrderEvent e) {
            String id = row.getString("client_order_id");
            if (unreadable.add(id)) {
                LOG.errorf("Order cannot be read and is left alone order=%s reason=%s", id, e.getMessage());
            }
            return Optional.empty();
        }
    }

    private StoredOrder stored(Row row) {
        Order order = Order.of(new OrderEvent.OrderIntended(intent(row), Times.system(row, "intended_at")));
        String[] types = row.getArrayOfStrings("types");
        String[] documents = row.getArrayOfStrings("documents");
        for (int i = 0; i < types.length; i++) {
            order = order.apply(EVENTS.read(types[i], documents[i]));
        }
        return new StoredOrder(
                order,
                new EventTicker(row.getString("event_ticker")),
                Times.business(row, "closes_at"),
                Optional.ofNullable(Times.systemOrNull(row, "sent_at")),
                types.length);
    }

    private static OrderIntent intent(Row row) {
        return new OrderIntent(
                new ClientOrderId(row.getString("client_order_id")),
                new MarketTicker(row.getString("ticker")),
                BookSide.valueOf(capitals(row, "book_side")),
                Quantity.of(row.getBigDecimal("quantity")),
                Price.of(row.getBigDecimal("yes_price")),
                TimeInForce.valueOf(capitals(row, "time_in_force")),
                row.getBoolean("reduce_only"),
                SelfTradePrevention.valueOf(capitals(row, "self_trade_prevention")),
                Optional.ofNullable(row.getString("order_group")).map(OrderGroupId::new),
                row.getInteger("exchange_index"),
                OrderPurpose.valueOf(capitals(row, "purpose")),
                Optional.ofNullable(Times.systemOrNull(row, "deadline")));
    }

    private static String capitals(Row row, String column) {
        return row.getString(column).toUpperCase(Locale.ROOT);
    }
}
