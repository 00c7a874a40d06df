package io.recio.tradeexecutor;

import io.recio.domain.market.EventTicker;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.time.BusinessTime;
import io.recio.fixtures.OneStrike;
import io.recio.storage.json.DomainJson;
import java.time.Duration;

/** What automatic entry and the coordinator write around an entry that rests. */
final class RestingWorld {

    private final IntentRows rows;
    private final BusinessTime now;

    RestingWorld(IntentRows rows, BusinessTime now) {
        this.rows = rows;
        this.now = now;
    }

    /** Entries may rest for five seconds, automatic entry is active, and the side would be entered again at .97. */
    void allow() {
        rows.execute("""
                UPDATE settings.orders SET entry_time_in_force = 'good_till_canceled', entry_expiry_seconds = 5;
                UPDATE settings.auto_entry SET enabled = true, min_time_seconds = 120;
                INSERT INTO trading.auto_entry_state (symbol, state, document, updated_at) VALUES ('BTC', 'ACTIVE', '{}', now())
                ON CONFLICT (symbol) DO UPDATE SET state = 'ACTIVE';
                INSERT INTO system.leases (name, holder, epoch, expires_at)
                VALUES ('auto-entry-supervisor', 'test', 1, clock_timestamp() + interval '1 hour')
                ON CONFLICT (name) DO UPDATE SET expires_at = excluded.expires_at""");
        chance(99);
    }

    /** The newest table gives yes this chance; it stays new for an hour. */
    void chance(double percent) {
        String table = DomainJson.write(OneStrike.table(
                new EventTicker("KXBTCD-26NOV2217"),
                new MarketTicker(IntentRows.TICKER),
                percent,
                now.plus(Duration.ofMinutes(10)),
                now));
        rows.execute("""
                INSERT INTO live_data.strike_table (symbol, event_ticker, version, computed_at, price_at, document, written_at)
                VALUES ('BTC', 'KXBTCD-26NOV2217', 1, now(), now(), '%s', clock_timestamp() + interval '1 hour')
                ON CONFLICT (symbol) DO UPDATE SET document = excluded.document, written_at = excluded.written_at""", table);
    }
}
