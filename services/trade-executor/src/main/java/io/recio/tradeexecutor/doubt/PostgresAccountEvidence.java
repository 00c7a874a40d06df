package io.recio.tradeexecutor.doubt;

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
import io.recio.domain.time.SystemTime;
import io.recio.servicekit.ServiceConfig;
import io.recio.storage.Database;
import io.recio.storage.Times;
import io.recio.tradeexecutor.ExecutorConfig;
import io.recio.tradeexecutor.exchange.Exchange.Found;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code account.orders}, {@code fills} and {@code sync_state} of our account and mode, and {@code markets.markets}. */
@Singleton
class PostgresAccountEvidence implements AccountEvidence {

    private static final String ORDER = """
            SELECT order_id, status, filled_count, remaining_count, last_update_reason FROM account.orders
            WHERE account = $1 AND mode = $2 AND (client_order_id = $3 OR order_id = $4) LIMIT 1""";

    private static final String FILLS = """
            SELECT fill_id, order_id, client_order_id, ticker, bought_side, yes_price, quantity, fee, taker, filled_at
            FROM account.fills
            WHERE account = $1 AND mode = $2 AND (client_order_id = $3 OR order_id = $4) ORDER BY filled_at, fill_id""";

    private static final String LISTENING = """
            SELECT subscribed_since FROM account.sync_state
            WHERE account = $1 AND mode = $2 AND socket_connected AND subscribed_since IS NOT NULL
                AND socket_heard_at > clock_timestamp() - $3::double precision * interval '1 millisecond'""";

    /** The row goes on changing for a while; a later moment only asks for a later scan. */
    private static final String DETERMINED =
            "SELECT updated_at FROM markets.markets WHERE ticker = $1 AND determined_at IS NOT NULL";

    private final Database database;
    private final ExecutorConfig config;
    private final String account;
    private final String mode;

    PostgresAccountEvidence(Database database, ExecutorConfig config, ServiceConfig service) {
        this.database = database;
        this.config = config;
        this.account = service.account();
        this.mode = service.mode();
    }

    @Override
    public Optional<Found> find(ClientOrderId id, Optional<ExchangeOrderId> exchangeId) {
        return database.first(ORDER, account, mode, id.value(), text(exchangeId))
                .map(PostgresAccountEvidence::found);
    }

    @Override
    public List<Fill> fills(ClientOrderId id, Optional<ExchangeOrderId> exchangeId) {
        return database.list(PostgresAccountEvidence::fill, FILLS, account, mode, id.value(), text(exchangeId));
    }

    @Override
    public Optional<SystemTime> listeningSince() {
        double silence = config.socketSilenceLimit().toMillis();
        return database.first(LISTENING, account, mode, silence).map(row -> Times.system(row, "subscribed_since"));
    }

    @Override
    public Optional<SystemTime> determinedBy(MarketTicker ticker) {
        return database.first(DETERMINED, ticker.value()).map(row -> Times.system(row, "updated_at"));
    }

    private static @Nullable String text(Optional<ExchangeOrderId> id) {
        return id.map(ExchangeOrderId::value).orElse(null);
    }

    private static Found found(Row row) {
        String status = row.getString("status").toLowerCase(Locale.ROOT);
        return new Found(
                new ExchangeOrderId(row.getString("order_id")),
                Quantity.of(row.getBigDecimal("filled_count")),
                Quantity.of(row.getBigDecimal("remaining_count")),
                status.equals("executed") || status.equals("canceled"),
                why(row.getString("last_update_reason")));
    }

    private static Fill fill(Row row) {
        return new Fill(
                new FillId(row.getString("fill_id")),
                new ExchangeOrderId(row.getString("order_id")),
                Optional.ofNullable(row.getString("client_order_id")).map(ClientOrderId::new),
                new MarketTicker(row.getString("ticker")),
                Side.valueOf(row.getString("bought_side")),
                Price.of(row.getBigDecimal("yes_price")),
                Quantity.of(row.getBigDecimal("quantity")),
                Money.of(row.getBigDecimal("fee")),
                row.getBoolean("taker"),
                Times.business(row, "filled_at"));
    }

    /** EXCHANGES, section C3; a reason added since is another. */
    private static CancelReason why(@Nullable String told) {
        if (told == null) {
            return CancelReason.OTHER;
        }
        return switch (told) {
            case "ExpiryCancel" -> CancelReason.EXPIRED;
            case "CloseCancel" -> CancelReason.MARKET_CLOSED;
            case "HaltCancel" -> CancelReason.TRADING_HALTED;
            case "SelfTradeCancel" -> CancelReason.SELF_TRADE;
            case "ReduceOnlyCancel" -> CancelReason.NOTHING_TO_REDUCE;
            default -> CancelReason.OTHER;
        };
    }
}
