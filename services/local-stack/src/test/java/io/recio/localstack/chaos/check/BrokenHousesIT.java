package io.recio.localstack.chaos.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.recio.fixtures.TestDatabase;
import io.recio.localstack.chaos.check.OurBooks.Attached;
import io.recio.localstack.chaos.check.OurBooks.Event;
import io.recio.localstack.chaos.check.OurBooks.Fill;
import io.recio.localstack.chaos.check.OurBooks.Intent;
import io.recio.localstack.chaos.check.OurBooks.Trade;
import io.recio.localstack.chaos.check.StandInHouse.Breakage;
import io.recio.localstack.chaos.run.OurBooksReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The houses of {@link CheckerTest} in the product's own tables, and their exchange as the JSON of a ledger. */
class BrokenHousesIT {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    @ParameterizedTest
    @EnumSource(Breakage.class)
    void findsInTheTablesWhatItFindsInTheHouse(Breakage breakage) throws SQLException, IOException {
        StandInHouse house = new StandInHouse(breakage)
                .plainTrade("plain")
                .tradeWithATimeout("lost")
                .tradeOverATakeover("takenOver");
        TestDatabase database = TestDatabase.fresh();
        try (Connection connection = database.admin()) {
            write(connection, house.ours());

            OurBooks read = OurBooksReader.read(connection);
            ExchangeBooks ledger = ExchangeBooks.read(JSON.writeValueAsString(house.theirs()));

            assertThat(Checker.check(read, ledger, StandInHouse.CLOCK))
                    .extracting(Violation::rule)
                    .containsExactlyInAnyOrderElementsOf(
                            Checker.check(house.ours(), house.theirs(), StandInHouse.CLOCK).stream()
                                    .map(Violation::rule)
                                    .toList());
        }
    }

    private static void write(Connection connection, OurBooks books) throws SQLException {
        for (Trade trade : books.trades()) {
            write(connection, trade);
        }
        for (Intent intent : books.intents()) {
            write(connection, intent);
        }
        for (Event event : books.events()) {
            insert(
                    connection,
                    """
                    INSERT INTO trading.order_events (client_order_id, seq, type, document, epoch, business_at, recorded_at)
                    VALUES (?, ?, ?, '{}', ?, now(), ?)\
                    """,
                    event.clientOrderId(),
                    event.seq(),
                    event.type(),
                    event.epoch(),
                    event.recordedAt().atOffset(ZoneOffset.UTC));
        }
        for (Fill fill : books.fills()) {
            insert(connection, """
                INSERT INTO account.fills (account, mode, fill_id, order_id, client_order_id, ticker, bought_side,
                    yes_price, quantity, fee, taker, filled_at, source)
                VALUES ('simulated', 'simulated', ?, 'order', ?, 'market', 'YES', ?, ?, ?, true, now(), 'rest')\
                """, fill.id(), fill.clientOrderId(), fill.yesPrice(), fill.quantity(), fill.fee());
        }
        for (Attached attached : books.attached()) {
            insert(
                    connection,
                    "INSERT INTO trading.attached_fills (account, mode, fill_id, trade_id)"
                            + " VALUES ('simulated', 'simulated', ?, ?)",
                    attached.fillId(),
                    uuid(String.valueOf(attached.tradeId())));
        }
        insert(
                connection,
                "INSERT INTO account.balances (account, mode, exchange_index, balance)"
                        + " VALUES ('simulated', 'simulated', 2, ?)",
                books.balance());
    }

    private static void write(Connection connection, Trade trade) throws SQLException {
        insert(connection, """
            INSERT INTO trading.requests (request_id, account, mode, idempotency_key, kind, requested_by, ticker, side,
                quantity, strategy, reason, seen, payload_hash, business_at, state)
            VALUES (?, 'simulated', 'simulated', ?, 'open', '', ?, 'YES', 10, 'Hourly HTC', '', '{}', 'x', now(),
                'answered')\
            """, uuid(trade.id()), trade.id(), trade.ticker());
        insert(
                connection,
                """
                INSERT INTO trading.trades (trade_id, account, mode, request_id, ticker, event_ticker, symbol, side,
                    strategy, entered_by, status, requested, filled, closed, fees, pnl, strike, strike_type, closes_at,
                    price_cap, created_at, events)
                VALUES (?, 'simulated', 'simulated', ?, ?, 'event', 'BTC', ?, 'Hourly HTC', '', ?, 10, ?, ?, ?, ?, 100000,
                    'greater', now(), 0.9, now(), 1)\
                """,
                uuid(trade.id()),
                uuid(trade.id()),
                trade.ticker(),
                trade.side(),
                trade.status(),
                trade.filled(),
                trade.closed(),
                trade.fees(),
                trade.pnl());
    }

    private static void write(Connection connection, Intent intent) throws SQLException {
        insert(
                connection,
                """
                INSERT INTO trading.order_intents (client_order_id, account, mode, trade_id, purpose, ticker, book_side,
                    quantity, yes_price, time_in_force, reduce_only, self_trade_prevention, exchange_index, closes_at, state)
                VALUES (?, 'simulated', 'simulated', ?, ?, ?, 'bid', ?, 0.9, 'immediate_or_cancel', false, 'taker_at_cross',
                    2, now(), ?)\
                """,
                intent.clientOrderId(),
                uuid(intent.tradeId()),
                intent.purpose(),
                intent.ticker(),
                intent.quantity(),
                intent.state());
        insert(
                connection,
                "INSERT INTO trading.orders (client_order_id, status, filled) VALUES (?, ?, ?)",
                intent.clientOrderId(),
                String.valueOf(intent.status()),
                intent.filled());
    }

    private static UUID uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static void insert(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            assertThat(statement.executeUpdate()).as(sql).isEqualTo(1);
        }
    }
}
