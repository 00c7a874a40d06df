package io.recio.mainapp.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must not vary: the size of the bundle, the place of things, the number of nodes and listeners. */
@QuarkusTest
class SteadyIT extends CockpitBrowser {

    private static final int LARGEST_BUNDLE_BYTES = 600 * 1024;
    private static final int UPDATES = 150;

    /** Where each panel, row, cell and button lies, through all shadow roots. */
    private static final String PLACES = """
            () => {
              const places = [];
              const walk = (root) => root.querySelectorAll('*').forEach((element) => {
                if (element.matches('section, tr, th, td, button, chart-box, h2')) {
                  const box = element.getBoundingClientRect();
                  places.push([element.localName, box.x, box.y, box.width, box.height].join(' '));
                }
                if (element.shadowRoot) {
                  walk(element.shadowRoot);
                }
              });
              walk(document);
              return places.join('|');
            }""";

    /**
     * Each shift that no click or key asked for, with what lies where it happened; from before the page's own script on, and
     * on a line so slow that the page is painted before it has heard of anything.
     */
    private static final String SHIFTS = """
            window.shifts = [];
            const { set } = Object.getOwnPropertyDescriptor(WebSocket.prototype, 'onmessage');
            Object.defineProperty(WebSocket.prototype, 'onmessage', {
              set(listener) { set.call(this, (event) => setTimeout(() => listener(event), 300)); },
            });
            const describe = ({ previousRect, currentRect }) => {
              const found = [];
              const walk = (root) => root.querySelectorAll('*').forEach((element) => {
                const box = element.getBoundingClientRect();
                if (Math.abs(box.x - currentRect.x) < 2 && Math.abs(box.y - currentRect.y) < 2) {
                  found.push(`${element.localName}.${element.className} ${element.textContent.trim().slice(0, 30)}`);
                }
                if (element.shadowRoot) {
                  walk(element.shadowRoot);
                }
              });
              walk(document);
              const at = (box) => [box.x, box.y, box.width, box.height].join(' ');
              return `${at(previousRect)} -> ${at(currentRect)} ${found.at(-1) ?? ''}`;
            };
            new PerformanceObserver((list) => list.getEntries().filter((entry) => !entry.hadRecentInput).forEach((entry) =>
              window.shifts.push(`${entry.value}: ${entry.sources.map(describe).join('; ')}`)))
              .observe({ type: 'layout-shift', buffered: true });""";

    @Test
    void sendsLessThanSixHundredKilobytesCompressed() throws IOException {
        String document = given().get("/").asString();
        long bytes = 0;
        var parts = Pattern.compile("/static/bundle/[^\"']+")
                .matcher(document)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
        assertThat(parts).anyMatch(part -> part.endsWith(".js")).anyMatch(part -> part.endsWith(".css"));
        for (String part : parts) {
            var packed = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(packed)) {
                gzip.write(given().get(part).asByteArray());
            }
            bytes += packed.size();
        }
        assertThat(bytes).isLessThan(LARGEST_BUNDLE_BYTES);
    }

    @Test
    void movesNothingAndKeepsNothingWhileNumbersChange() {
        logIn();
        assertThat(page.locator("strike-table tr[data-ticker]")).hasCount(14);
        assertThat(page.locator("live-chart canvas")).isVisible();
        update(20);
        page.evaluate("() => { window.shifted = 0; new PerformanceObserver((list) => list.getEntries().forEach("
                + "(entry) => { window.shifted += entry.value; })).observe({ type: 'layout-shift' }); }");
        CDPSession tools = context.newCDPSession(page);
        JsonObject before = counters(tools);
        Object places = page.evaluate(PLACES);
        update(UPDATES);
        JsonObject after = counters(tools);
        assertThat(page.evaluate(PLACES)).isEqualTo(places);
        // Of texts at the right of their cell the beginning moves by a digit; that is all there may be.
        assertThat(((Number) page.evaluate("window.shifted")).doubleValue()).isLessThan(0.0005);
        assertThat(after.get("nodes").getAsInt() - before.get("nodes").getAsInt())
                .isLessThan(UPDATES);
        assertThat(after.get("jsEventListeners").getAsInt()
                        - before.get("jsEventListeners").getAsInt())
                .isLessThanOrEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"1440, 900", "390, 844"})
    void shiftsNothingWhileTheMonitorLoadsAndLives(int width, int height) {
        context.close();
        open(width, height, ColorScheme.DARK, SHIFTS);
        logIn();
        page.reload();
        assertThat(page.locator("strike-table tr[data-ticker]")).hasCount(14);
        assertThat(page.locator("watch-list tbody tr").first()).isVisible();
        assertThat(page.locator("active-trades [data-trade]")).hasCount(1);
        assertThat(page.locator("recent-trades tbody tr")).hasCount(3);
        assertThat(page.locator("service-strip li")).hasCount(12);
        assertThat(page.locator("live-chart canvas")).isVisible();
        update(40);
        assertThat((List<?>) page.evaluate("window.shifts")).isEmpty();
    }

    /** Prices and tables that hover around one strike, so that rows stay where they are and every number changes. */
    private void update(int times) {
        for (int i = 0; i < times; i++) {
            String price = 118_050 + i % 50 + ".0" + i % 10;
            rows.price("BTC", price, 0.1 + i % 7 / 100.0, "live");
            rows.strikeTable("BTC", price, 118000, 250);
            assertThat(page.locator("#price")).containsText(price.substring(3));
        }
    }

    private static JsonObject counters(CDPSession tools) {
        tools.send("HeapProfiler.collectGarbage");
        return tools.send("Memory.getDOMCounters");
    }
}
