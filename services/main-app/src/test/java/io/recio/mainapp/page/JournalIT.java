package io.recio.mainapp.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import io.recio.mainapp.ExchangeRows;
import io.recio.mainapp.TradeManagerStandIn;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Charts, shortcuts, one click and the journal, in a real browser. */
@QuarkusTest
class JournalIT extends CockpitBrowser {

    @Test
    void drawsThePriceItsMomentumAndTheWatchlist() {
        logIn();
        assertThat(page.locator("live-chart canvas")).isVisible();
        assertThat(page.locator("momentum-chart canvas")).isVisible();
        assertThat(page.locator("live-chart chart-box [role=img]"))
                .hasAttribute(
                        "aria-label",
                        java.util.regex.Pattern.compile("BTC price over 60 minutes, now \\$118,082\\.01.*"));
        assertThat(page.locator("watch-list tbody tr").first()).containsText("YES");
        Locator watched = page.locator("watch-list tr", new Page.LocatorOptions().setHasText("$117,750"));
        assertThat(watched).containsText("Differential too small (asked 0.25, found -1.6)");
        page.getByRole(AriaRole.BUTTON, button("Candles")).click();
        shootWhole("desktop-dark-chart");
    }

    @Test
    void tradesAtOnceWhenTheLoginSaysSoAndOnlyOnceForTwoClicks() throws Exception {
        logIn();
        page.locator("#one-click").click();
        page.getByRole(AriaRole.BUTTON, button("Turn on")).click();
        assertThat(page.locator("#one-click")).hasText("One click: on");
        page.getByLabel("Size").fill("3");
        page.getByLabel("Multiplier").fill("2");
        page.getByLabel("Above ask (¢)").fill("1");
        page.getByLabel("Above ask (¢)").press("Tab");
        assertThat(page.locator("trade-ticket")).containsText("= 6 contracts");
        UUID placed = UUID.randomUUID();
        try (var manager =
                new TradeManagerStandIn(database, "{\"outcome\":\"placed\",\"tradeId\":\"" + placed + "\"}")) {
            page.getByLabel("Buy YES 117,250 at 99¢", new Page.GetByLabelOptions().setExact(true))
                    .dblclick();
            assertThat(page.getByText("Placed: 6 YES $117,250")).isVisible();
            assertThat(manager.answered()).containsExactly("open " + ExchangeRows.ticker("BTC", 117250) + " YES 6.00");
            shoot("desktop-dark-one-click");
        }
        assertThat(
                        text(
                                "SELECT facts->>'enabled' FROM auth.audit WHERE action = 'set-one-click' ORDER BY seq DESC LIMIT 1"))
                .isEqualTo("true");
    }

    @Test
    void closesAllThatIsOpenAfterAskingOnce() throws Exception {
        UUID second = rows.trade("BTC", 118250, "NO", "open", null);
        logIn();
        assertThat(page.locator("active-trades [data-trade='" + second + "']")).isVisible();
        try (var manager = new TradeManagerStandIn(database, "{\"outcome\":\"placed\"}")) {
            page.locator("#close-all").click();
            assertThat(page.locator("#close-all")).hasText("Close 2: sure?");
            page.locator("#close-all").click();
            assertThat(page.getByText("2 of 2 closes placed")).isVisible();
            assertThat(manager.answered()).hasSize(2);
        }
    }

    @Test
    void tellsWhyAndWhyNotAndTheStoryOfATrade() {
        UUID decision = rows.decision("BTC", 117500);
        database.execute("UPDATE trading.trades SET decision_id = '" + decision + "' WHERE trade_id = '" + held + "';"
                + "INSERT INTO trading.trade_events (trade_id, seq, type, document, business_at) VALUES ('" + held
                + "', 1, 'TradeRequested', '{\"note\": \"<b>bold</b>\"}', now())");
        logIn();
        page.getByRole(AriaRole.LINK, link("Decisions")).click();
        assertThat(page.locator("decisions-page tbody tr")).hasCount(2);
        page.locator("decisions-page #outcome").selectOption("entry");
        assertThat(page.getByText("No decision fits this filter")).isVisible();
        page.locator("decisions-page #outcome").selectOption("");
        page.locator("decisions-page #reason").selectOption("SPIKE_ALERT");
        assertThat(page.locator("decisions-page tbody tr")).hasCount(2);
        page.getByRole(AriaRole.BUTTON, button("Details")).first().click();
        assertThat(page.locator("decision-rows")).containsText("Spike alert (momentum 39.2, threshold 36)");
        shoot("desktop-dark-decisions");

        page.getByRole(AriaRole.LINK, link("Monitor")).click();
        page.locator("active-trades button.link").first().click();
        assertThat(page.locator("trade-story li").first()).containsText("Decision Refused");
        assertThat(page.locator("trade-story")).containsText("note <b>bold</b>");
        shoot("desktop-dark-story");
    }

    @Test
    void doesWithKeysWhatTheMouseDoes() {
        logIn();
        assertThat(page.locator("#price")).hasText("$118,082.01");
        page.keyboard().press("s");
        assertThat(page.locator("#price")).hasText("$4,207.35");
        page.keyboard().press("t");
        assertThat((String) page.evaluate("document.documentElement.dataset.theme"))
                .isEqualTo("light");
        page.keyboard().press("3");
        assertThat(page.locator("history-page")).isVisible();
        page.keyboard().press("?");
        assertThat(page.locator("help-sheet dialog")).containsText("Light or dark");
        shoot("desktop-light-help");
        page.keyboard().press("Escape");
        page.keyboard().press("k");
        assertThat(page.getByText("Trip the kill switch")).isVisible();
    }
}
