package io.recio.localstack.bench.ui;

import com.fasterxml.jackson.databind.JsonNode;
import io.recio.localstack.refusal.Refused;
import io.recio.localstack.stack.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The monitor in a real browser: how soon it shows something, what an update costs, what an hour leaves behind. */
final class PageBench {

    private static final int RATE = 20;
    private static final int UPDATES = RATE * 15;

    /** At the stack's speed an hour of business time. */
    private static final long HOUR_SECONDS = 60;

    /** The charts keep up to three hours, so the first fills what the page had not. */
    private static final int HOURS = 3;

    private static final long MONITOR_LIMIT_SECONDS = 60;
    private static final String WHOLE = "the whole house";
    private static final String ALONE = "main-app alone";
    private static final double MIB = 1024.0 * 1024.0;

    private static final String TABLE = """
            (() => { const find = (root) => { for (const element of root.querySelectorAll('*')) {
                if (element.localName === 'strike-table') return element;
                const inside = element.shadowRoot && find(element.shadowRoot); if (inside) return inside; } return null; };
              return find(document); })()""";

    private final ScreenLogin login;
    private final Progress out;

    PageBench(ScreenLogin login, Progress out) {
        this.login = login;
        this.out = out;
    }

    /** While everything works around it, at the speed of the stack. */
    List<Measured> inTheWholeHouse(Path chromium) throws IOException, InterruptedException {
        try (DevTools page = DevTools.start(chromium)) {
            open(page);
            List<Measured> figures = new ArrayList<>();
            figures.add(firstTable(page, WHOLE));
            figures.add(firstContent(page, WHOLE));
            figures.add(heap(page));
            return figures;
        }
    }

    /** While nobody but main-app and PostgreSQL has work to do. */
    List<Measured> alone(Path chromium, Connection admin) throws IOException, SQLException, InterruptedException {
        try (DevTools page = DevTools.start(chromium)) {
            open(page);
            List<Measured> figures = new ArrayList<>();
            figures.add(firstTable(page, ALONE));
            figures.add(firstContent(page, ALONE));
            figures.addAll(repaint(page, admin));
            return figures;
        }
    }

    private void open(DevTools page) throws InterruptedException {
        page.send("Page.enable", Map.of());
        page.send("Performance.enable", Map.of());
        page.send(
                "Network.setCookie",
                Map.of(
                        "name",
                        "recio_session",
                        "value",
                        login.cookie(),
                        "url",
                        login.address().toString(),
                        "httpOnly",
                        true,
                        "sameSite",
                        "Strict"));
        page.send("Page.navigate", Map.of("url", login.address() + "/"));
    }

    private static Measured firstTable(DevTools page, String beside) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MONITOR_LIMIT_SECONDS);
        while (page.evaluate(TABLE + "?.renderRoot.querySelectorAll('tr[data-ticker]').length ?? 0")
                        .asInt()
                == 0) {
            if (System.nanoTime() > end) {
                throw new Refused("the page showed no strike table within " + MONITOR_LIMIT_SECONDS + " s");
            }
            Thread.sleep(20);
        }
        return new Measured(
                "first strike table on the page, " + beside,
                millis(page.evaluate("performance.now()").asDouble()),
                "");
    }

    private static Measured firstContent(DevTools page, String beside) throws InterruptedException {
        double paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1")
                .asDouble();
        return new Measured("first content of the page, " + beside, millis(paint), "< 1 s on localhost");
    }

    /** Each update of the table from the message to the finished layout, while every number changes. */
    private List<Measured> repaint(DevTools page, Connection admin) throws SQLException, InterruptedException {
        page.evaluate("(() => { const table = " + TABLE + "; const update = table.performUpdate; window.spent = [];"
                + " table.performUpdate = function () { const began = performance.now(); update.call(this);"
                + " void this.offsetHeight; window.spent.push(performance.now() - began); }; })()");
        double busy = busy(page);
        long began = System.nanoTime();
        long next = began;
        try (var statement = admin.prepareStatement("""
                WITH moved AS (
                    UPDATE live_data.strike_table SET document = jsonb_set(document, '{currentPrice}',
                        to_jsonb(((document ->> 'currentPrice')::numeric + ?)::text)) RETURNING symbol)
                SELECT pg_notify('strike_table', symbol) FROM moved""")) {
            for (int i = 0; i < UPDATES; i++) {
                statement.setBigDecimal(1, new java.math.BigDecimal(i % 2 == 0 ? "0.01" : "-0.01"));
                statement.executeQuery().close();
                next += TimeUnit.SECONDS.toNanos(1) / RATE;
                LockSupport.parkNanos(next - System.nanoTime());
            }
        }
        JsonNode spent = page.evaluate("(() => { const all = window.spent.sort((a, b) => a - b); const at = (part) =>"
                + " all[Math.min(all.length - 1, Math.floor(all.length * part))] ?? -1;"
                + " return { count: all.length, p50: at(0.5), p99: at(0.99) }; })()");
        double share = (busy(page) - busy) * 1e9 / (System.nanoTime() - began);
        return List.of(
                new Measured(
                        "strike table repaint, " + spent.path("count").asInt() + " in " + UPDATES / RATE + " s",
                        String.format(
                                Locale.ROOT,
                                "p50 %.1f ms, p99 %.1f ms",
                                spent.path("p50").asDouble(),
                                spent.path("p99").asDouble()),
                        "< 16 ms at 20 updates a second"),
                new Measured(
                        "the page's thread at work meanwhile", String.format(Locale.ROOT, "%.0f %%", 100 * share), ""));
    }

    private Measured heap(DevTools page) throws InterruptedException {
        List<String> sizes = new ArrayList<>();
        sizes.add(used(page));
        for (int hour = 1; hour <= HOURS; hour++) {
            out.step("Watching the page's heap, hour " + hour + " of business time");
            Thread.sleep(TimeUnit.SECONDS.toMillis(HOUR_SECONDS));
            sizes.add(used(page));
        }
        return new Measured(
                "heap at first and after each of " + HOURS + " hours of business time",
                String.join(", ", sizes) + " MiB",
                "flat");
    }

    /** Seconds of the page's main thread since it was opened. */
    private static double busy(DevTools page) throws InterruptedException {
        for (JsonNode metric : page.send("Performance.getMetrics", Map.of()).path("metrics")) {
            if (metric.path("name").asText().equals("TaskDuration")) {
                return metric.path("value").asDouble();
            }
        }
        throw new IllegalStateException("Chromium must know TaskDuration, does not");
    }

    private static String used(DevTools page) throws InterruptedException {
        page.send("HeapProfiler.collectGarbage", Map.of());
        double bytes =
                page.send("Runtime.getHeapUsage", Map.of()).path("usedSize").asDouble();
        return String.format(Locale.ROOT, "%.1f", bytes / MIB);
    }

    private static String millis(double value) {
        return String.format(Locale.ROOT, "%.0f ms", value);
    }
}
