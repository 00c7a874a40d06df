package io.recio.tradeexecutor.doubt;

import io.recio.domain.money.Quantity;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.order.ExchangeOrderId;
import io.recio.domain.time.SystemTime;
import io.recio.storage.Database;
import io.recio.storage.Times;
import io.recio.tradeexecutor.ExecutorConfig;
import io.recio.tradeexecutor.exchange.Exchange.Found;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code account.orders} and {@code account.sync_state}. */
@Singleton
class PostgresAccountEvidence implements AccountEvidence {

    private final Database database;
    private final ExecutorConfig config;

    PostgresAccountEvidence(Database database, ExecutorConfig config) {
        this.database = database;
        this.config = config;
    }

    @Override
    public Optional<Found> find(ClientOrderId id, Optional<ExchangeOrderId> exchangeId) {
        return database.first(
                        """
                        SELECT order_id, status, filled_count, remaining_count FROM account.orders
                        WHERE client_order_id = $1 OR order_id = $2 LIMIT 1""", id.value(), exchangeId.map(ExchangeOrderId::value).orElse(null))
                .map(row -> {
                    String status = row.getString("status").toLowerCase(Locale.ROOT);
                    return new Found(
                            new ExchangeOrderId(row.getString("order_id")),
                            Quantity.of(row.getBigDecimal("filled_count")),
                            Quantity.of(row.getBigDecimal("remaining_count")),
                            status.equals("executed") || status.equals("canceled"));
                });
    }

    @Override
    public Optional<SystemTime> listeningSince() {
        return database.first("""
                        SELECT subscribed_since FROM account.sync_state
                        WHERE socket_connected AND subscribed_since IS NOT NULL
                            AND socket_heard_at > clock_timestamp() - $1::double precision * interval '1 millisecond'""", (double) config.socketSilenceLimit().toMillis())
                .map(row -> Times.system(row, "subscribed_since"));
    }
}
