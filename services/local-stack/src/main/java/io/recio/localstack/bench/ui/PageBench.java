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

    private static final long MONITOR_LIMIT_SECONDS = 60;
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

    List<Measured> run(Path chromium, Connection admin) throws IOException, SQLException, InterruptedException {
        List<Measured> figures = new ArrayList<>();
        try (DevTools page = DevTools.start(chromium)) {
            page.send("Page.enable", Map.of());
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
            figures.addAll(firstContent(page));
            figures.add(repaint(page, admin));
            figures.add(heap(page));
        }
        return figures;
    }

    private List<Measured> firstContent(DevTools page) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MONITOR_LIMIT_SECONDS);
        while (page.evaluate(TABLE + "?.renderRoot.querySelectorAll('tr[data-ticker]').length ?? 0")
                        .asInt()
                == 0) {
            if (System.nanoTime() > end) {
                throw new Refused("the page showed no strike table within " + MONITOR_LIMIT_SECONDS + " s");
            }
            Thread.sleep(20);
        }
        double strikes = page.evaluate("performance.now()").asDouble();
        double paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1")
                .asDouble();
        return List.of(
                new Measured("first content of the page", millis(paint), "< 1 s on localhost"),
                new Measured("first strike table on the page", millis(strikes), ""));
    }

    /** Each update of the table from the message to the finished layout, while every number changes. */
    private Measured repaint(DevTools page, Connection admin) throws SQLException, InterruptedException {
        page.evaluate("(() => { const table = " + TABLE + "; const update = table.performUpdate; window.spent = [];"
                + " table.performUpdate = function () { const began = performance.now(); update.call(this);"
                + " void this.offsetHeight; window.spent.push(performance.now() - began); }; })()");
        long next = System.nanoTime();
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
        return new Measured(
                "strike table repaint, " + spent.path("count").asInt() + " in " + UPDATES / RATE + " s",
                String.format(
                        Locale.ROOT,
                        "p50 %.1f ms, p99 %.1f ms",
                        spent.path("p50").asDouble(),
                        spent.path("p99").asDouble()),
                "< 16 ms at 20 updates a second");
    }

    private Measured heap(DevTools page) throws InterruptedException {
        double before = used(page);
        out.step("Watching the page's heap for an hour of business time");
        Thread.sleep(TimeUnit.SECONDS.toMillis(HOUR_SECONDS));
        return new Measured(
                "heap before and after an hour of business time",
                String.format(Locale.ROOT, "%.1f MiB, %.1f MiB", before, used(page)),
                "flat");
    }

    private static double used(DevTools page) throws InterruptedException {
        page.send("HeapProfiler.collectGarbage", Map.of());
        return page.send("Runtime.getHeapUsage", Map.of()).path("usedSize").asDouble() / MIB;
    }

    private static String millis(double value) {
        return String.format(Locale.ROOT, "%.0f ms", value);
    }
}
