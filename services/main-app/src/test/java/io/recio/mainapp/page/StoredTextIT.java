package io.recio.mainapp.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import io.recio.mainapp.ExchangeRows;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A script in each text that is stored and shown: every page shows it as text. */
@QuarkusTest
class StoredTextIT extends CockpitBrowser {

    private static final String SCRIPT = "<img src=x onerror=alert(1)><script>alert(2)</script>";

    @Test
    void showsScriptsInStoredTextsAsTexts() {
        String ticker = ExchangeRows.ticker("BTC", 117500);
        database.execute("""
                UPDATE trading.trades SET strategy = '%1$s', close_reason = '%1$s' WHERE status = 'closed';
                UPDATE trading.trades SET denial_code = '%1$s' WHERE status = 'denied';
                UPDATE trading.decisions SET reasons = ARRAY['%1$s'],
                    document = jsonb_set(document, '{refusals}', '[{"code": "%1$s", "facts": {"%1$s": "%1$s"}}]');
                UPDATE live_data.strike_table SET document = jsonb_set(document, '{marketTitle}', '"%1$s"');
                UPDATE account.settlements SET state = 'final', event_ticker = '%1$s';
                INSERT INTO trading.risk_state (account, mode, kill_switch, kill_reason, kill_by, kill_at, entries_halted, halt_reason)
                VALUES ('simulated', 'simulated', true, '%1$s', '%1$s', now(), true, '%1$s');
                INSERT INTO account.orders (account, mode, order_id, ticker, bought_side, status, yes_price, initial_count,
                    filled_count, remaining_count, created_at, last_update_reason)
                VALUES ('simulated', 'simulated', '%1$s', '%2$s', 'YES', '%1$s', 0.96, 10, 10, 0, now(), '%1$s');
                INSERT INTO system.incidents (root_cause, level, symptoms, opened_at) VALUES ('%1$s', 'critical', '["%1$s"]', now());
                INSERT INTO system.remedies (service, action, withheld, reason, decided_at) VALUES ('%1$s', 'restart', true, '%1$s', now());
                INSERT INTO system.requests (kind, service, reason, state, answer) VALUES ('restart', '%1$s', '%1$s', 'refused', '%1$s');
                INSERT INTO system.alerts (severity, code, message) VALUES ('critical', '%1$s', '%1$s');
                INSERT INTO auth.audit (seq, actor, action, facts, previous_hash, hash)
                SELECT coalesce(max(seq), 0) + 1, '%1$s', '%1$s', '{"%1$s": "%1$s"}', '', '' FROM auth.audit;
                """.formatted(SCRIPT, ticker));
        List<String> dialogs = new ArrayList<>();
        page.onDialog(dialog -> {
            dialogs.add(dialog.message());
            dialog.dismiss();
        });
        logIn();
        assertThat(page.locator("ttc-clock")).containsText(SCRIPT);
        for (String name : List.of("Decisions", "History", "Account", "System", "User")) {
            page.getByRole(AriaRole.LINK, link(name)).click();
            assertThat(page.locator(name.toLowerCase(java.util.Locale.ROOT) + "-page"))
                    .containsText("onerror=alert(1)");
            assertThat(page.locator("img[src='x']")).hasCount(0);
        }
        assertThat(dialogs).isEmpty();
        database.execute(
                "DELETE FROM system.incidents WHERE root_cause LIKE '<img%'; DELETE FROM system.remedies WHERE "
                        + "reason LIKE '<img%'; DELETE FROM system.requests WHERE reason LIKE '<img%'; TRUNCATE auth.audit;"
                        + "DELETE FROM account.orders");
    }
}
