package io.recio.localstack.chaos.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.fixtures.TestDatabase;
import io.recio.localstack.chaos.plan.Moment;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MomentWatchIT {

    private static final Duration SHORT = Duration.ofMillis(20);

    private TestDatabase database;

    @BeforeEach
    void requestATrade() {
        database = TestDatabase.fresh();
        database.execute("""
            INSERT INTO trading.requests (request_id, account, mode, idempotency_key, kind, requested_by, ticker, side,
                quantity, strategy, reason, seen, payload_hash, business_at)
            VALUES ('00000000-0000-0000-0000-000000000001', 'simulated', 'simulated', 'k', 'open', '', 'm', 'YES', 10,
                'Hourly HTC', '', '{}', 'x', now());
            INSERT INTO trading.trades (trade_id, account, mode, request_id, ticker, event_ticker, symbol, side, strategy,
                entered_by, status, requested, strike, strike_type, closes_at, price_cap, created_at, events)
            VALUES ('00000000-0000-0000-0000-000000000001', 'simulated', 'simulated',
                '00000000-0000-0000-0000-000000000001', 'm', 'e', 'BTC', 'YES', 'Hourly HTC', '', 'pending', 10, 1,
                'greater', now(), 0.9, now(), 1)\
            """);
    }

    @Test
    void seesNothingWhereNothingIsUnderWay() throws InterruptedException {
        assertThat(moments()).isEmpty();
    }

    @Test
    void seesAnIntentFromNewToInDoubt() throws InterruptedException {
        database.execute("""
            INSERT INTO trading.order_intents (client_order_id, account, mode, trade_id, purpose, ticker, book_side,
                quantity, yes_price, time_in_force, reduce_only, self_trade_prevention, exchange_index, closes_at)
            VALUES ('i', 'simulated', 'simulated', '00000000-0000-0000-0000-000000000001', 'entry', 'm', 'bid', 10, 0.9,
                'immediate_or_cancel', false, 'taker_at_cross', 2, now())\
            """);
        assertThat(moments()).containsExactly(Moment.NEW);
        database.execute("UPDATE trading.order_intents SET state = 'sending'");
        assertThat(moments()).containsExactly(Moment.SENDING);
        database.execute("UPDATE trading.order_intents SET state = 'in_doubt'");
        assertThat(moments()).containsExactly(Moment.IN_DOUBT);
        database.execute("UPDATE trading.order_intents SET state = 'final'");
        assertThat(moments()).isEmpty();
    }

    @Test
    void seesAFillUntilItIsAttached() throws InterruptedException {
        database.execute("""
            INSERT INTO account.fills (account, mode, fill_id, order_id, ticker, bought_side, yes_price, quantity, fee,
                taker, filled_at, source)
            VALUES ('simulated', 'simulated', 'f', 'o', 'm', 'YES', 0.9, 1, 0.01, true, now(), 'websocket')\
            """);
        assertThat(moments()).containsExactly(Moment.UNATTACHED);
        database.execute("INSERT INTO trading.attached_fills (account, mode, fill_id, trade_id)"
                + " VALUES ('simulated', 'simulated', 'f', '00000000-0000-0000-0000-000000000001')");
        assertThat(moments()).isEmpty();
    }

    @Test
    void seesATradeThatClosesOrHasExpired() throws InterruptedException {
        database.execute("UPDATE trading.trades SET status = 'closing'");
        assertThat(moments()).containsExactly(Moment.CLOSING);
        database.execute("UPDATE trading.trades SET status = 'expired'");
        assertThat(moments()).containsExactly(Moment.EXPIRED);
    }

    private Set<Moment> moments() throws InterruptedException {
        EnumSet<Moment> seen = EnumSet.noneOf(Moment.class);
        try (MomentWatch watch = new MomentWatch(new Rows(database::admin))) {
            for (Moment moment : EnumSet.complementOf(EnumSet.of(Moment.ANY))) {
                if (watch.await(moment, System.nanoTime() + SHORT.toNanos())) {
                    seen.add(moment);
                }
            }
        }
        return seen;
    }
}
