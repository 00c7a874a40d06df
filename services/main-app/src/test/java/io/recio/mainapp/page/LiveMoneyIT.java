package io.recio.mainapp.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.nullValue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.recio.mainapp.Browser;
import io.recio.mainapp.ExchangeRows;
import io.recio.mainapp.LiveMoney;
import io.recio.mainapp.TradeManagerStandIn;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is different where money is live, in a real browser: said on every page, and asked about before every trade. */
@QuarkusTest
@TestProfile(LiveMoney.class)
class LiveMoneyIT extends CockpitBrowser {

    private static final String BANNER = "LIVE MONEY · account " + LiveMoney.ACCOUNT;

    @Test
    void saysOnEveryPageThatMoneyIsLiveAndWhoseItIs() {
        logIn();
        assertThat(page.locator("strike-table tr[data-ticker]")).hasCount(14);
        shoot("desktop-dark-live");
        visitEveryPage();
        context.close();
        open(390, 844, ColorScheme.LIGHT);
        logIn();
        assertThat(page.locator("strike-table tr[data-ticker]")).hasCount(14);
        shoot("phone-light-live");
        visitEveryPage();
    }

    @Test
    void showsNothingOfAnotherMode() {
        logIn();
        assertThat(page.locator("strike-table tr[data-ticker]")).hasCount(14);
        assertThat(page.locator("active-trades")).containsText("None");
        page.getByRole(AriaRole.LINK, link("Account")).click();
        assertThat(page.locator("account-page")).containsText("Not known yet");
    }

    @Test
    void asksBeforeEachTradeUntilTheRightPasswordTurnsThatOff() throws Exception {
        int before = requests();
        logIn();
        ask().click();
        assertThat(page.locator("trade-dialog dialog")).containsText("Live money of account " + LiveMoney.ACCOUNT);
        shoot("desktop-dark-live-trade");
        page.getByRole(AriaRole.BUTTON, button("Cancel")).click();
        assertThat(requests()).isEqualTo(before);

        page.locator("#one-click").click();
        page.getByRole(AriaRole.BUTTON, button("Turn on")).click();
        assertThat(page.locator("one-click-dialog #password:invalid")).isVisible();
        page.locator("one-click-dialog #password").fill("guess");
        page.getByRole(AriaRole.BUTTON, button("Turn on")).click();
        assertThat(page.locator("one-click-dialog [role=alert]")).hasText("name or password is not right");
        shoot("desktop-dark-live-one-click");
        assertThat(page.locator("#one-click")).hasText("One click: off");
        page.locator("one-click-dialog #password").fill(Browser.PASSWORD);
        page.getByRole(AriaRole.BUTTON, button("Turn on")).click();
        assertThat(page.locator("#one-click")).hasText("One click: on");
        complaints.removeIf(text -> text.contains("401"));
        try (var manager = new TradeManagerStandIn(
                database, "{\"outcome\":\"placed\",\"tradeId\":\"" + UUID.randomUUID() + "\"}")) {
            ask().click();
            assertThat(page.getByText("Placed: 1 YES $117,250")).isVisible();
            assertThat(manager.answered()).containsExactly("open " + ExchangeRows.ticker("BTC", 117250) + " YES 1.00");
        }

        page.getByRole(AriaRole.BUTTON, button("Log out")).click();
        logIn();
        assertThat(page.locator("#one-click")).hasText("One click: off");
        ask().click();
        assertThat(page.locator("trade-dialog dialog")).isVisible();
        assertThat(requests()).isEqualTo(before + 1);
    }

    @Test
    void showsNoOtherDoorWhereNoProviderIsSetUp() {
        given().get("/api/v1/oidc").then().statusCode(200).body("label", nullValue());
        page.waitForResponse("**/api/v1/oidc", () -> page.navigate(address + "login"));
        assertThat(page.getByRole(AriaRole.BUTTON, button("Log in"))).isVisible();
        assertThat(page.locator("login-page a")).hasCount(0);
        page.navigate(address + "api/v1/oidc/login");
        assertThat(page.locator("login-page [role=alert]")).hasText("Not logged in: no identity provider is set up");
        complaints.removeIf(text -> text.contains("401"));
    }

    private void visitEveryPage() {
        for (String name : List.of("Monitor", "Decisions", "History", "Account", "System", "User")) {
            page.getByRole(AriaRole.LINK, link(name)).click();
            assertThat(page.locator(name.toLowerCase(java.util.Locale.ROOT) + "-page"))
                    .isVisible();
            assertThat(page.locator("app-header .mode.live")).hasText(BANNER);
            assertThat(page.locator("app-header .mode.live")).isInViewport();
        }
    }

    private Locator ask() {
        return page.getByLabel("Buy YES 117,250 at 99¢", new Page.GetByLabelOptions().setExact(true));
    }

    private int requests() {
        return Integer.parseInt(text("SELECT count(*) FROM trading.requests"));
    }
}
