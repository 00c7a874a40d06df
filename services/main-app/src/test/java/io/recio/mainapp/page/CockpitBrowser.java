package io.recio.mainapp.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.recio.fixtures.TestDatabase;
import io.recio.mainapp.Browser;
import io.recio.mainapp.DatabaseProxy;
import io.recio.mainapp.ExchangeRows;
import io.recio.mainapp.LiveFeeds;
import io.recio.mainapp.ScreenDatabaseResource;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
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

/** A real browser on the page, with an hour of trading behind it; needs Chromium, whose path {@code RECIO_TEST_CHROMIUM} can name. */
@WithTestResource(ScreenDatabaseResource.class)
abstract class CockpitBrowser {

    private static final Path CHROMIUM =
            Path.of(System.getenv().getOrDefault("RECIO_TEST_CHROMIUM", "/usr/bin/chromium"));
    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    /** What is wider than its room, through all shadow roots. */
    private static final String WIDER = """
            () => {
              const wider = [];
              const look = (element, slack) => element.scrollWidth > element.clientWidth + slack
                  && wider.push(`${element.localName} ${element.scrollWidth} in ${element.clientWidth}: ${element.textContent.trim()}`);
              const walk = (root) => root.querySelectorAll('*').forEach((element) => {
                if (element.matches('section, .scroll')) {
                  look(element, 0);
                } else if (element.matches('th, td')) {
                  look(element, 1);
                }
                if (element.shadowRoot) {
                  walk(element.shadowRoot);
                }
              });
              look(document.documentElement, 0);
              walk(document);
              return wider;
            }""";

    private static Playwright playwright;
    private static com.microsoft.playwright.Browser chromium;

    TestDatabase database;
    DatabaseProxy proxy;

    @TestHTTPResource
    URI address;

    final List<String> complaints = new ArrayList<>();
    ExchangeRows rows;
    UUID held;
    LiveFeeds feeds;
    BrowserContext context;
    Page page;

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
                        + "DELETE FROM trading.risk_state; TRUNCATE trading.decisions; DELETE FROM live_data.watchlist");
        rows = new ExchangeRows(database, Instant.now().plus(Duration.ofSeconds(462)));
        rows.markets("BTC", 118000, 250);
        rows.markets("ETH", 4200, 20);
        rows.price("BTC", "118082.01", 0.148869, "live");
        rows.price("ETH", "4207.35", -0.21, "live");
        rows.strikeTable("BTC", "118082.01", 118000, 250);
        rows.strikeTable("ETH", "4207.35", 4200, 20);
        rows.watchlist("BTC", "118082.01", 118000, 250);
        rows.history("BTC", 118000, 90);
        rows.decision("BTC", 117750);
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
        rows.account();
        rows.health();
        feeds = new LiveFeeds(database);
        open(1440, 900, ColorScheme.DARK);
    }

    @AfterEach
    void nothingWasWrongInTheConsole() {
        feeds.close();
        context.close();
        database.execute(
                "DELETE FROM trading.risk_state; DELETE FROM system.health_status; DELETE FROM system.remedies;"
                        + "DELETE FROM system.incidents; DELETE FROM system.requests");
        assertThat(complaints).isEmpty();
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

    final void open(int width, int height, ColorScheme scheme) {
        open(width, height, scheme, "");
    }

    /** @param script runs before the page's own */
    final void open(int width, int height, ColorScheme scheme, String script) {
        context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setDeviceScaleFactor(width < 500 ? 2 : 1));
        context.addInitScript(script);
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

    final void logIn() {
        page.getByLabel("Name").fill("eve");
        page.getByLabel("Password").fill(Browser.PASSWORD);
        page.getByRole(AriaRole.BUTTON, button("Log in")).click();
        assertThat(page.locator("app-header")).isVisible();
        complaints.removeIf(text -> text.contains("401"));
    }

    /** Whatever has to be scrolled sideways to be seen, or runs into its neighbour. */
    final List<?> wider() {
        return (List<?>) page.evaluate(WIDER);
    }

    final void shoot(String name) {
        services();
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    final void shootWhole(String name) {
        services();
        page.evaluate("window.scrollTo(0, 0)");
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    /** The first column of the first row. */
    final String text(String sql) {
        try (var connection = database.admin();
                var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            assertThat(found.next()).isTrue();
            return found.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException("statement failed: " + sql, e);
        }
    }

    static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    static Page.GetByRoleOptions link(String name) {
        return button(name);
    }
}
