package io.recio.tradeexecutor.order;

import io.recio.domain.market.MarketTicker;
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
import org.jboss.logging.Logger;

/** {@code trading.order_intents}, {@code order_events} and {@code orders}. */
@Singleton
class PostgresOrderStore implements OrderStore {

    private static final Logger LOG = Logger.getLogger(PostgresOrderStore.class);

    private static final EventJson<OrderEvent> EVENTS = new EventJson<>(OrderEvent.class);

    private static final String INTENTS = """
            SELECT client_order_id, purpose, ticker, book_side, quantity, yes_price, time_in_force, reduce_only,
                self_trade_prevention, order_group, exchange_index, deadline, closes_at, intended_at, sent_at
            FROM trading.order_intents
            """;

    private final Database database;
    private final ExecutorConfig config;
    private final BusinessClock business;
    private final SystemClock clock;
    private final MarketStore markets = new MarketStore();
    private final Set<String> unreadable = new HashSet<>();

    PostgresOrderStore(Database database, ExecutorConfig config, BusinessClock business, SystemClock clock) {
        this.database = database;
        this.config = config;
        this.business = business;
        this.clock = clock;
    }

    @Override
    public List<StoredOrder> unclaimed() {
        return orders("WHERE state = 'new' ORDER BY purpose, intended_at");
    }

    @Override
    public List<StoredOrder> unsettled() {
        return orders("WHERE state IN ('in_doubt', 'resting') ORDER BY intended_at");
    }

    @Override
    public Optional<String> entryObstacle(int shard) {
        Row row = database.first("""
                        SELECT EXISTS (SELECT 1 FROM trading.risk_state WHERE kill_switch) AS killed,
                            EXISTS (SELECT 1 FROM trading.risk_state WHERE entries_halted) AS halted,
                            EXISTS (SELECT 1 FROM trading.supervisor_heartbeat
                                WHERE beat_at > clock_timestamp() - $1::double precision * interval '1 millisecond') AS watched""", (double) config.supervisorHeartbeatLimit().toMillis())
                .orElseThrow();
        if (row.getBoolean("killed")) {
            return Optional.of("KILL_SWITCH_ON");
        }
        if (row.getBoolean("halted")) {
            return Optional.of("ENTRIES_HALTED");
        }
        if (!row.getBoolean("watched")) {
            return Optional.of("NO_SUPERVISOR");
        }
        return isTrading(shard) ? Optional.empty() : Optional.of("EXCHANGE_PAUSED");
    }

    @Override
    public boolean isTrading(int shard) {
        return markets.isTrading(database, shard);
    }

    @Override
    public StoredOrder claim(Fence fence, StoredOrder order) {
        int attempt =
                Math.max(1, order.order().claim().map(Order.Claim::attempt).orElse(1));
        return append(fence, order, new OrderEvent.OrderClaimed(fence.epoch(), attempt, clock.now()));
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
                stored.closesAt(),
                event instanceof OrderEvent.OrderClaimed ? Optional.of(event.at()) : stored.sentAt(),
                seq);
    }

    @Override
    public List<ClientOrderId> doubtFormerEpochs(Fence fence) {
        List<ClientOrderId> doubted = new ArrayList<>();
        for (StoredOrder order : orders("WHERE state = 'sending' AND epoch < " + fence.epoch())) {
            append(fence, order, new OrderEvent.OrderFellInDoubt("executor was replaced while sending", clock.now()));
            doubted.add(order.order().clientOrderId());
        }
        return doubted;
    }

    private void insert(Statements statements, Fence fence, ClientOrderId id, int seq, OrderEvent event) {
        statements.update(
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
        statements.update(
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
        statements.update(
                """
                UPDATE trading.order_intents SET state = $2, epoch = $3, attempt = $4, updated_at = clock_timestamp(),
                    sent_at = CASE WHEN $5::boolean THEN clock_timestamp() ELSE sent_at END
                WHERE client_order_id = $1""",
                id.value(),
                state(order.status()),
                fence.epoch(),
                order.claim().map(Order.Claim::attempt).orElse(0),
                claimed);
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

    private List<StoredOrder> orders(String condition) {
        return database.list(this::readable, INTENTS + condition).stream()
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
        List<OrderEvent> events = database.list(
                event -> EVENTS.read(event.getString("type"), event.getString("document")),
                "SELECT type, document::text AS document FROM trading.order_events WHERE client_order_id = $1 ORDER BY seq",
                row.getString("client_order_id"));
        for (OrderEvent event : events) {
            order = order.apply(event);
        }
        return new StoredOrder(
                order,
                Times.business(row, "closes_at"),
                Optional.ofNullable(Times.systemOrNull(row, "sent_at")),
                events.size());
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
