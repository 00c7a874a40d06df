package io.recio.mainapp.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import io.recio.mainapp.Browser;
import io.recio.mainapp.ExchangeRows;
import io.recio.mainapp.TradeManagerStandIn;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The monitor and the pages around it, in a real browser. */
@QuarkusTest
class CockpitIT extends CockpitBrowser {

    @Test
    void showsTheHourAndTradesWithOneDialogAndOneClickTwice() throws Exception {
        page.getByLabel("Name").fill("eve");
        page.getByLabel("Password").fill("wrong");
        page.getByRole(AriaRole.BUTTON, button("Log in")).click();
        assertThat(page.getByRole(AriaRole.ALERT)).hasText("Not logged in: name or password is not right");
        logIn();

        assertThat(page.locator("#price")).hasText("$118,082.01");
        assertThat(page.locator("strike-table tr[data-ticker]")).hasCount(14);
        Locator strike = page.locator("tr[data-ticker='" + ExchangeRows.ticker("BTC", 117500) + "']");
        assertThat(strike).containsText("$117,500");
        assertThat(strike).containsText("10 YES");
        assertThat(page.locator("#auto-entry-state")).hasText("ACTIVE");
        assertThat(page.locator("#ttc")).containsText("07:");

        page.getByLabel("Buy YES 117,250 at 99¢", new Page.GetByLabelOptions().setExact(true))
                .click();
        page.getByLabel("Contracts").fill("5");
        shoot("desktop-dark-trade");
        String answer =
                "{\"outcome\":\"denied\",\"code\":\"EXPOSURE_ABOVE_LIMIT\",\"facts\":{\"exposure\":\"1012.40\",\"limit\":\"1000\"}}";
        try (var manager = new TradeManagerStandIn(database, answer)) {
            page.locator("#confirm").click();
            assertThat(page.locator("#outcome")).containsText("Denied: Exposure above limit");
            assertThat(page.locator("#outcome")).containsText("1012.40");
            assertThat(manager.answered()).hasSize(1);
            shoot("desktop-dark-denied");
        }
        page.locator("#confirm").dblclick();
        assertThat(page.locator("#outcome")).isHidden();
        UUID placed = UUID.randomUUID();
        try (var manager =
                new TradeManagerStandIn(database, "{\"outcome\":\"placed\",\"tradeId\":\"" + placed + "\"}")) {
            assertThat(page.getByText("Placed: 5 YES above $117,250")).isVisible();
            assertThat(manager.answered()).containsExactly("open " + ExchangeRows.ticker("BTC", 117250) + " YES 5.00");

            Locator close = page.locator("[data-trade='" + held + "'] .act button");
            close.click();
            assertThat(close).hasText("Confirm");
            close.click();
            assertThat(page.getByText("Close placed")).isVisible();
            assertThat(manager.answered()).hasSize(2);
        }
        rows.price("BTC", "118211.50", 0.2, "live");
        assertThat(page.locator("#price")).hasText("$118,211.50");
        shoot("desktop-dark-monitor");
        page.getByLabel("Switch to the light theme").click();
        shoot("desktop-light-monitor");
    }

    @Test
    void changesASettingAndShowsWhatTheServerRefuses() {
        logIn();
        page.locator("#auto-entry").click();
        assertThat(page.locator("#auto-entry")).hasAttribute("aria-checked", "true");
        page.getByRole(AriaRole.BUTTON, button("Auto entry settings")).click();
        page.locator("#minTimeSeconds").fill("4000");
        page.getByRole(AriaRole.BUTTON, button("Save")).click();
        assertThat(page.getByText("Expected a whole number from 0 to 3600")).isVisible();
        complaints.removeIf(text -> text.contains("400"));
        shoot("desktop-dark-settings");
        page.locator("#minTimeSeconds").fill("150");
        page.getByRole(AriaRole.BUTTON, button("Save")).click();
        assertThat(page.getByText("Auto entry settings saved")).isVisible();
        page.getByRole(AriaRole.BUTTON, button("Auto entry settings")).click();
        assertThat(page.locator("#minTimeSeconds")).hasValue("150");
    }

    @Test
    void setsWhetherAndHowLongEntriesRest() {
        logIn();
        page.getByRole(AriaRole.BUTTON, button("Orders")).click();
        page.locator("settings-sheet #entryTimeInForce").selectOption("good_till_canceled");
        page.locator("settings-sheet #entryExpirySeconds").fill("61");
        page.getByRole(AriaRole.BUTTON, button("Save")).click();
        assertThat(page.getByText("Expected a whole number from 5 to 60")).isVisible();
        complaints.removeIf(text -> text.contains("400"));
        page.locator("settings-sheet #entryExpirySeconds").fill("45");
        page.getByRole(AriaRole.BUTTON, button("Save")).click();
        assertThat(page.getByText("Order settings saved")).isVisible();
        assertThat(text("SELECT entry_time_in_force || ' ' || entry_expiry_seconds FROM settings.orders"))
                .isEqualTo("good_till_canceled 45");
        database.execute("DELETE FROM settings.orders; INSERT INTO settings.orders DEFAULT VALUES");
    }

    @Test
    void tripsAndClearsTheKillSwitch() {
        logIn();
        page.getByRole(AriaRole.BUTTON, button("Kill switch")).click();
        page.getByLabel("Reason").fill("Fed decision");
        page.getByRole(AriaRole.BUTTON, button("Trip now")).click();
        assertThat(page.getByText("eve: Fed decision")).isVisible();
        page.getByRole(AriaRole.BUTTON, button("Kill switch on")).click();
        page.locator("kill-dialog").getByLabel("Password").fill(Browser.PASSWORD);
        page.getByRole(AriaRole.BUTTON, button("Clear")).click();
        assertThat(page.getByText("eve: Fed decision")).isHidden();
    }

    @Test
    void liftsAHaltOfEntriesWithThePassword() {
        database.execute("""
                INSERT INTO trading.risk_state (account, mode, entries_halted, halt_reason)
                VALUES ('simulated', 'simulated', true, 'BALANCE_DIFFERENCE by 5')""");
        logIn();
        assertThat(page.getByText("BALANCE_DIFFERENCE by 5")).isVisible();
        page.getByRole(AriaRole.BUTTON, button("Accept and go on…")).click();
        shoot("desktop-dark-halt");
        page.locator("halt-dialog").getByLabel("Password").fill(Browser.PASSWORD);
        page.getByRole(AriaRole.BUTTON, button("Go on")).click();
        assertThat(page.getByText("BALANCE_DIFFERENCE by 5")).isHidden();
    }

    @Test
    void saysThatTheDatabaseIsAwayAndRecoversWithoutAReload() {
        logIn();
        assertThat(page.locator("#price")).hasText("$118,082.01");
        proxy.cut();
        try {
            assertThat(page.locator("#database-away"))
                    .isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                            .setTimeout(3_000));
            assertThat(page.locator("strike-table .buy:enabled")).hasCount(0);
            assertThat(page.locator("#auto-entry")).isDisabled();
            shoot("desktop-dark-database-away");
        } finally {
            proxy.mend();
        }
        rows.price("BTC", "118300.00", 0.2, "live");
        assertThat(page.locator("#price"))
                .hasText(
                        "$118,300.00",
                        new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions().setTimeout(15_000));
        assertThat(page.locator("#database-away")).isHidden();
        complaints.removeIf(text -> text.contains("503"));
    }

    @Test
    void greysWhatRestsOnAStalePrice() {
        logIn();
        rows.price("BTC", "118082.01", 0.15, "silent");
        assertThat(page.getByText("The price is not fresh")).isVisible();
        assertThat(page.locator("price-panel .tag")).hasText("Silent");
        assertThat(page.locator("strike-table .buy:enabled")).hasCount(0);
        rows.price("BTC", "118082.01", 0.15, "live");
        assertThat(page.getByText("The price is not fresh")).isHidden();

        feeds.close();
        assertThat(page.getByText("The price is not fresh"))
                .isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                        .setTimeout(10_000));
        assertThat(page.locator("strike-table .buy:enabled")).hasCount(0);
        page.locator("#sources").click();
        assertThat(page.locator("source-strip li", new Page.LocatorOptions().setHasText("BTC prices")))
                .containsText("ago");
        shoot("desktop-dark-stale");
    }

    @Test
    void showsHistoryAccountAndSystem() {
        logIn();
        page.getByRole(AriaRole.LINK, link("History")).click();
        assertThat(page.locator("history-page tbody tr")).hasCount(4);
        shootWhole("desktop-dark-history");
        page.getByLabel("Outcome").selectOption("L");
        assertThat(page.locator("history-page tbody tr")).hasCount(1);
        assertThat(page.locator("trade-statistics .totals")).containsText("−$9.63");
        assertThat(page.locator("trade-statistics canvas")).hasCount(3);
        page.getByRole(AriaRole.LINK, link("Account")).click();
        assertThat(page.locator("account-page .balances tbody tr"))
                .hasText(new String[] {"Shard 0 $1,824.56 $9.60", "Shard 1 $400.00 $0.00", "All shards $2,224.56 $9.60"
                });
        shootWhole("desktop-dark-account");
        page.getByRole(AriaRole.LINK, link("System")).click();
        assertThat(page.locator("system-page")).containsText("<img src=x onerror=alert(1)> account differs");
        shootWhole("desktop-dark-system");
        page.reload();
        assertThat(page.locator("system-page")).containsText("Trade manager");
        page.getByRole(AriaRole.BUTTON, button("Log out")).click();
        assertThat(page.locator("login-page #password")).isVisible();
        complaints.removeIf(text -> text.contains("401"));
    }

    @Test
    void worksOnAPhone() throws Exception {
        rows.look();
        database.execute("""
                INSERT INTO system.incidents (root_cause, level, symptoms, opened_at, closed_at)
                VALUES ('trade-manager', 'critical', '[]', now() - interval '1 hour', now());
                INSERT INTO system.remedies (service, action, withheld, reason, decided_at)
                VALUES ('unified-production-coordinator', 'restart', true, 'suffers from symbol-price-watchdog-btc', now());
                INSERT INTO system.requests (kind, service, reason) VALUES ('restart', 'cascading-failure-detector', 'Stuck')""");
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            String theme = scheme.name().toLowerCase(java.util.Locale.ROOT);
            context.close();
            open(390, 844, scheme);
            shoot("phone-" + theme + "-login");
            logIn();
            assertThat(page.locator("strike-table tr[data-ticker]")).hasCount(14);
            assertThat(page.locator("live-chart canvas")).isVisible();
            assertThat(page.locator("momentum-chart canvas")).isVisible();
            assertThat(wider()).isEmpty();
            shootWhole("phone-" + theme + "-monitor");
            page.getByLabel("Buy NO 118,750 at", new Page.GetByLabelOptions()).click();
            shoot("phone-" + theme + "-trade");
            page.getByRole(AriaRole.BUTTON, button("Cancel")).click();
            for (String name : List.of("Decisions", "History", "Account", "System", "User")) {
                page.getByRole(AriaRole.LINK, link(name)).click();
                String shown = name.toLowerCase(java.util.Locale.ROOT) + "-page";
                assertThat(page.locator(shown + " tbody tr").first()).isVisible();
                switch (name) {
                    case "Account" -> {
                        page.locator("order-table").getByText("Events").first().click();
                        assertThat(page.locator("order-table td.inside")).isVisible();
                        assertThat(page.locator("account-page tr", having(ExchangeRows.ticker("BTC", 117750))))
                                .isVisible();
                    }
                    case "System" -> {
                        assertThat(page.locator("instance-table tr", having("standby")))
                                .isVisible();
                        assertThat(page.locator("dependency-picture svg")).isVisible();
                        assertThat(page.locator("system-page tr", having("Stuck")))
                                .isVisible();
                    }
                    default -> {}
                }
                assertThat(wider()).as(name).isEmpty();
                shootWhole("phone-" + theme + "-" + name.toLowerCase(java.util.Locale.ROOT));
            }
        }
    }

    private static Page.LocatorOptions having(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
