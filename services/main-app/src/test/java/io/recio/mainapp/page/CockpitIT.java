package io.recio.mainapp.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.recio.fixtures.TestDatabase;
import io.recio.mainapp.Browser;
import io.recio.mainapp.DatabaseProxy;
import io.recio.mainapp.ExchangeRows;
import io.recio.mainapp.ScreenDatabaseResource;
import io.recio.mainapp.TradeManagerStandIn;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real browser on the page; needs Chromium, whose path {@code RECIO_TEST_CHROMIUM} can name. */
@QuarkusTest
@WithTestResource(ScreenDatabaseResource.class)
class CockpitIT {

    private static final Path CHROMIUM =
            Path.of(System.getenv().getOrDefault("RECIO_TEST_CHROMIUM", "/usr/bin/chromium"));
    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    private static Playwright playwright;
    private static com.microsoft.playwright.Browser chromium;

    TestDatabase database;
    DatabaseProxy proxy;

    @TestHTTPResource
    URI address;

    private final List<String> complaints = new ArrayList<>();
    private ExchangeRows rows;
    private UUID held;
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void startChromium() {
        assumeTrue(Files.isExecutable(CHROMIUM), "needs Chromium at " + CHROMIUM);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    @AfterAll
    static void stopChromium() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @BeforeEach
    void anHourOfTrading() {
        database.execute(
                "TRUNCATE trading.trades, trading.requests, system.heartbeats, system.alerts, account.balances, "
                        + "account.positions, account.fills, account.settlements CASCADE; DELETE FROM settings.auto_entry;"
                        + "INSERT INTO settings.auto_entry DEFAULT VALUES; DELETE FROM trading.auto_entry_state;"
                        + "DELETE FROM trading.risk_state");
        rows = new ExchangeRows(database, Instant.now().plus(Duration.ofSeconds(462)));
        rows.markets("BTC", 118000, 250);
        rows.markets("ETH", 4200, 20);
        rows.price("BTC", "118082.01", 0.148869, "live");
        rows.price("ETH", "4207.35", -0.21, "live");
        rows.strikeTable("BTC", "118082.01", 118000, 250);
        rows.strikeTable("ETH", "4207.35", 4200, 20);
        held = rows.trade("BTC", 117500, "YES", "open", null);
        rows.valued(held, ExchangeRows.ticker("BTC", 117500), "582.02", 0.9812, "0.13");
        rows.trade("BTC", 117750, "YES", "closed", "0.37");
        rows.trade("BTC", 118500, "NO", "closed", "-9.63");
        rows.trade("ETH", 4180, "YES", "denied", null);
        services();
        database.execute("""
                INSERT INTO trading.auto_entry_state (symbol, state, resumes_at, document, updated_at)
                VALUES ('BTC', 'ACTIVE', NULL, '{}', now()), ('ETH', 'PAUSED', now() + interval '11 minutes', '{}', now());
                INSERT INTO system.alerts (severity, code, message) VALUES
                    ('warning', 'FEED_GAP', 'No BTC trade or heartbeat for 11 s'),
                    ('critical', 'RECONCILIATION', '<img src=x onerror=alert(1)> account differs by 2 contracts');
                INSERT INTO account.balances (account, mode, exchange_index, balance) VALUES
                    ('simulated', 'simulated', 0, 1824.56), ('simulated', 'simulated', 1, 400);
                INSERT INTO account.positions (account, mode, ticker, position, exposure, realized_pnl, fees_paid, exchange_at)
                VALUES ('simulated', 'simulated', '%1$s', 10, 9.6, 0, 0.07, now());
                INSERT INTO account.fills (account, mode, fill_id, order_id, ticker, bought_side, yes_price, quantity, fee,
                    taker, filled_at, source)
                VALUES ('simulated', 'simulated', 'f1', 'o1', '%1$s', 'YES', 0.96, 4, 0.03, true, now(), 'websocket'),
                       ('simulated', 'simulated', 'f2', 'o1', '%1$s', 'YES', 0.96, 6, 0.04, true, now(), 'rest');
                INSERT INTO account.settlements (account, mode, ticker, event_ticker, result, yes_value, yes_count, no_count,
                    revenue, fee, state, settled_at)
                VALUES ('simulated', 'simulated', '%2$s', 'KXBTCD-26NOV2217', 'yes', 1, 10, 0, 10, 0.03, 'final', now())""".formatted(ExchangeRows.ticker("BTC", 117500), ExchangeRows.ticker("BTC", 117750)));
        Browser.addUser(database, "eve", "admin");
        open(1440, 900, ColorScheme.DARK);
    }

    @AfterEach
    void nothingWasWrongInTheConsole() {
        context.close();
        assertThat(complaints).isEmpty();
    }

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
        UUID placed = UUID.randomUUID();
        try (var manager =
                new TradeManagerStandIn(database, "{\"outcome\":\"placed\",\"tradeId\":\"" + placed + "\"}")) {
            page.locator("#confirm").dblclick();
            assertThat(page.getByText("Placed: 5 YES above $117,250")).isVisible();
            assertThat(manager.answered()).containsExactly("open " + ExchangeRows.ticker("BTC", 117250) + " YES 5.00");

            Locator close = page.locator("[data-trade='" + held + "'] button");
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
        page.getByLabel("Last entry before close").fill("4000");
        page.getByRole(AriaRole.BUTTON, button("Save")).click();
        assertThat(page.getByText("Expected a whole number from 0 to 3600")).isVisible();
        complaints.removeIf(text -> text.contains("400"));
        shoot("desktop-dark-settings");
        page.getByLabel("Last entry before close").fill("150");
        page.getByRole(AriaRole.BUTTON, button("Save")).click();
        assertThat(page.getByText("Auto entry settings saved")).isVisible();
        page.getByRole(AriaRole.BUTTON, button("Auto entry settings")).click();
        assertThat(page.getByLabel("Last entry before close")).hasValue("150");
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
        assertThat(page.getByText("Price feed is not live")).isVisible();
        assertThat(page.locator("price-panel .tag")).hasText("Silent");
    }

    @Test
    void showsHistoryAccountAndSystem() {
        logIn();
        page.getByRole(AriaRole.LINK, link("History")).click();
        assertThat(page.locator("history-page tbody tr")).hasCount(4);
        shoot("desktop-dark-history");
        page.getByLabel("Outcome").selectOption("L");
        assertThat(page.locator("history-page tbody tr")).hasCount(1);
        assertThat(page.locator("history-page .totals")).containsText("−$9.63");
        page.getByRole(AriaRole.LINK, link("Account")).click();
        assertThat(page.locator("account-page")).containsText("$1,824.56");
        shoot("desktop-dark-account");
        page.getByRole(AriaRole.LINK, link("System")).click();
        assertThat(page.locator("system-page")).containsText("<img src=x onerror=alert(1)> account differs");
        shoot("desktop-dark-system");
        page.reload();
        assertThat(page.locator("system-page")).containsText("Trade manager");
        page.getByRole(AriaRole.BUTTON, button("Log out")).click();
        assertThat(page.getByLabel("Password")).isVisible();
        complaints.removeIf(text -> text.contains("401"));
    }

    @Test
    void worksOnAPhone() throws Exception {
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            String theme = scheme.name().toLowerCase(java.util.Locale.ROOT);
            context.close();
            open(390, 844, scheme);
            shoot("phone-" + theme + "-login");
            logIn();
            assertThat(page.locator("strike-table tr[data-ticker]")).hasCount(14);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
            shootWhole("phone-" + theme + "-monitor");
            page.getByLabel("Buy NO 118,750 at", new Page.GetByLabelOptions()).click();
            shoot("phone-" + theme + "-trade");
            page.getByRole(AriaRole.BUTTON, button("Cancel")).click();
            for (String name : List.of("History", "Account", "System")) {
                page.getByRole(AriaRole.LINK, link(name)).click();
                assertThat(page.locator(name.toLowerCase(java.util.Locale.ROOT) + "-page tbody tr")
                                .first())
                        .isVisible();
                assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                        .isLessThanOrEqualTo(390);
                shoot("phone-" + theme + "-" + name.toLowerCase(java.util.Locale.ROOT));
            }
        }
    }

    private void services() {
        for (String name : List.of(
                "active-trade-supervisor",
                "auto-entry-supervisor",
                "cascading-failure-detector",
                "kalshi-account-sync",
                "kalshi-api-watchdog",
                "symbol-price-watchdog-btc",
                "symbol-price-watchdog-eth",
                "system-monitor",
                "trade-executor",
                "trade-manager")) {
            rows.service(name, "active", true, 400);
        }
        rows.service("unified-production-coordinator", "active", false, 700);
    }

    private void open(int width, int height, ColorScheme scheme) {
        context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setDeviceScaleFactor(width < 500 ? 2 : 1));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(address.toString());
        assertThat(page.getByLabel("Password")).isVisible();
        complaints.removeIf(text -> text.contains("401"));
    }

    private void logIn() {
        page.getByLabel("Name").fill("eve");
        page.getByLabel("Password").fill(Browser.PASSWORD);
        page.getByRole(AriaRole.BUTTON, button("Log in")).click();
        assertThat(page.locator("app-header")).isVisible();
        complaints.removeIf(text -> text.contains("401"));
    }

    private void shoot(String name) {
        services();
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    private void shootWhole(String name) {
        services();
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions link(String name) {
        return button(name);
    }
}
