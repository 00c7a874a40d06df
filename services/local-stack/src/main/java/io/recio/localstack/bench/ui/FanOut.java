package io.recio.localstack.bench.ui;

import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * From the commit of a price to each of many browsers: a marker stands in the price of a symbol of its own, rising by one
 * dollar with each update, so that every browser tells which updates it saw and when.
 */
final class FanOut {

    static final int BROWSERS = 200;

    private static final int RATE = 20;
    private static final int UPDATES = RATE * 20;
    private static final String SYMBOL = "ZZBENCH";
    private static final Pattern MARKER =
            Pattern.compile("\"symbol\":\"" + SYMBOL + "\"[^}]*\"priceDollars\":\"(\\d+)");

    private final ScreenLogin login;
    private final long[] sentAt = new long[UPDATES + 1];

    FanOut(ScreenLogin login) {
        this.login = login;
    }

    List<Measured> run(Connection admin) throws SQLException, InterruptedException {
        write(admin, 0);
        List<Browser> browsers = new ArrayList<>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            CountDownLatch ready = new CountDownLatch(BROWSERS);
            for (int i = 0; i < BROWSERS; i++) {
                Browser browser = new Browser(ready);
                browsers.add(browser);
                http.newWebSocketBuilder()
                        .header("Origin", login.address().toString())
                        .header("Cookie", "recio_session=" + login.cookie())
                        .buildAsync(login.stream(), browser)
                        .join()
                        .sendText("{\"subscribe\":[\"prices:" + SYMBOL + "\"]}", true)
                        .join();
            }
            boolean allThere = ready.await(30, TimeUnit.SECONDS);
            long next = System.nanoTime();
            for (int update = 1; update <= UPDATES; update++) {
                write(admin, update);
                next += TimeUnit.SECONDS.toNanos(1) / RATE;
                LockSupport.parkNanos(next - System.nanoTime());
            }
            Thread.sleep(1_000);
            browsers.forEach(Browser::leave);
            return List.of(latency(browsers), share(browsers, allThere));
        } finally {
            try (var statement = admin.createStatement()) {
                statement.execute("DELETE FROM live_data.latest_price WHERE symbol = '" + SYMBOL + "'");
            }
        }
    }

    private void write(Connection admin, int update) throws SQLException {
        try (var statement = admin.prepareStatement("""
                INSERT INTO live_data.latest_price (symbol, at, price, document, quality, feed_state, received_at)
                VALUES (?, clock_timestamp(), ?, '{}', 'traded', 'live', clock_timestamp())
                ON CONFLICT (symbol) DO UPDATE SET price = excluded.price, at = excluded.at""")) {
            statement.setString(1, SYMBOL);
            statement.setInt(2, update);
            statement.executeUpdate();
        }
        try (var statement = admin.createStatement()) {
            sentAt[update] = System.nanoTime();
            statement.execute("SELECT pg_notify('price', '" + SYMBOL + "')");
        }
    }

    private Measured latency(List<Browser> browsers) {
        long[] all = browsers.stream()
                .flatMapToLong(browser -> browser.latencies(sentAt))
                .sorted()
                .toArray();
        return new Measured(
                "feed to " + BROWSERS + " browsers at " + RATE + " Hz",
                String.format(Locale.ROOT, "p50 %.1f ms, p99 %.1f ms", millis(all, 0.5), millis(all, 0.99)),
                "p99 < 50 ms");
    }

    private static Measured share(List<Browser> browsers, boolean allThere) {
        long least = browsers.stream().mapToLong(Browser::seen).min().orElse(0);
        return new Measured(
                "updates seen by the worst browser",
                least + " of " + UPDATES + (allThere ? "" : ", not all connected"),
                UPDATES + " of " + UPDATES + ", less those that were news of one moment");
    }

    private static double millis(long[] sorted, double part) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[(int) Math.min(sorted.length - 1L, Math.round(part * sorted.length))] / 1e6;
    }

    /** Notes when it first saw each marker. */
    private static final class Browser implements WebSocket.Listener {

        private final AtomicLongArray seenAt = new AtomicLongArray(UPDATES + 1);
        private final StringBuilder partial = new StringBuilder();
        private final CountDownLatch ready;
        private volatile @Nullable WebSocket socket;

        private Browser(CountDownLatch ready) {
            this.ready = ready;
        }

        @Override
        public void onOpen(WebSocket opened) {
            socket = opened;
            opened.request(1);
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket opened, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                Matcher marker = MARKER.matcher(partial);
                if (marker.find()) {
                    int update = Integer.parseInt(marker.group(1));
                    if (update == 0) {
                        ready.countDown();
                    }
                    seenAt.compareAndSet(update, 0, System.nanoTime());
                }
                partial.setLength(0);
            }
            opened.request(1);
            return null;
        }

        private void leave() {
            WebSocket open = socket;
            if (open != null) {
                open.abort();
            }
        }

        private long seen() {
            long seen = 0;
            for (int update = 1; update <= UPDATES; update++) {
                seen += seenAt.get(update) == 0 ? 0 : 1;
            }
            return seen;
        }

        private java.util.stream.LongStream latencies(long[] sentAt) {
            long[] found = new long[UPDATES];
            int count = 0;
            for (int update = 1; update <= UPDATES; update++) {
                if (seenAt.get(update) != 0) {
                    found[count++] = seenAt.get(update) - sentAt[update];
                }
            }
            return Arrays.stream(found, 0, count);
        }
    }
}
