package io.recio.coinbase;

import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemClock;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Asks the exchange's public REST API for what the feed did not bring (EXCHANGES F2). Calls block and keep the pace of
 * the settings: for worker threads, never an event loop. Nothing is retried here; {@link CoinbaseException} says what to
 * do next. Thread-safe.
 */
public final class CoinbaseRest implements AutoCloseable {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Both ends count, so a slice of 299 minutes asks for the 300 rows an answer may hold. */
    private static final Duration SLICE = MINUTE.multipliedBy(299);

    private static final int TRADES_PER_PAGE = 1000;

    private final HttpClient client;
    private final RestSettings settings;
    private final BusinessClock clock;
    private final TokenBucket bucket;
    private final Pause pause;

    public CoinbaseRest(Vertx vertx, RestSettings settings, SystemClock systemClock, BusinessClock clock) {
        this(vertx, settings, systemClock, clock, TimeUnit.NANOSECONDS::sleep);
    }

    CoinbaseRest(Vertx vertx, RestSettings settings, SystemClock systemClock, BusinessClock clock, Pause pause) {
        int millis = Math.toIntExact(settings.timeout().toMillis());
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(millis)
                .setReadIdleTimeout(millis)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setDecompressionSupported(true));
        this.settings = settings;
        this.clock = clock;
        this.bucket = new TokenBucket(settings.requestsPerSecond(), systemClock);
        this.pause = pause;
    }

    /**
     * The finished minutes that start in [{@code from} floored to the minute, {@code to}), oldest first. A minute
     * without a trade is missing; the running minute is left out.
     */
    public List<Candle> candles(ProductId product, BusinessTime from, BusinessTime to) {
        BusinessTime first = minuteOf(from);
        BusinessTime end = earlier(minuteOf(clock.now()), to);
        NavigableMap<BusinessTime, Candle> found = new TreeMap<>();
        for (BusinessTime start = first; start.isBefore(end); start = start.plus(SLICE)) {
            String path = "/products/" + product + "/candles?granularity=60&start=" + start + "&end="
                    + earlier(start.plus(SLICE), end);
            for (Candle candle : RestParser.candles(get(path).json(path), path)) {
                // Rows before the start are sent at times, and the row at the end is the next slice's.
                if (!candle.start().isBefore(start) && candle.start().isBefore(end)) {
                    found.put(candle.start(), candle);
                }
            }
        }
        return List.copyOf(found.values());
    }

    /** The trades from one id to the other, both included, oldest first; those the exchange does not list are missing. */
    public List<Trade> tradesBetween(ProductId product, long from, long to) {
        if (from > to) {
            throw new IllegalArgumentException(
                    "trades must be asked from a lower id to a higher, was " + from + " to " + to);
        }
        return walkBack(product, Long.toString(to + 1), trade -> trade.id() >= from).stream()
                .filter(trade -> trade.id() <= to)
                .toList();
    }

    /** The trades after the given id up to now, oldest first. */
    public List<Trade> tradesAfter(ProductId product, long tradeId) {
        return walkBack(product, null, trade -> trade.id() > tradeId);
    }

    /** The trades since the given moment up to now, oldest first. */
    public List<Trade> tradesSince(ProductId product, BusinessTime from) {
        return walkBack(product, null, trade -> !trade.time().isBefore(from));
    }

    /** The last trade with best bid and ask. */
    public Quote quote(ProductId product) {
        String path = "/products/" + product + "/ticker";
        return RestParser.quote(product, get(path).json(path), path);
    }

    @Override
    public void close() {
        client.close();
    }

    /** Pages from the newest trade before the cursor back to the first that is not wanted. */
    private List<Trade> walkBack(ProductId product, @Nullable String cursor, Predicate<Trade> wanted) {
        NavigableMap<Long, Trade> found = new TreeMap<>();
        String next = cursor;
        for (int page = 0; page < settings.pageLimit(); page++) {
            String path = "/products/" + product + "/trades?limit=" + TRADES_PER_PAGE
                    + (next == null ? "" : "&after=" + next);
            HttpAnswer answer = get(path);
            List<Trade> trades = RestParser.trades(product, answer.json(path), path);
            int before = found.size();
            trades.stream().filter(wanted).forEach(trade -> found.put(trade.id(), trade));
            if (trades.isEmpty() || !trades.stream().allMatch(wanted)) {
                return List.copyOf(found.values());
            }
            if (found.size() == before) {
                throw new CoinbaseException.Unreadable(
                        "Coinbase must answer an older page, was the same path=" + path, null);
            }
            String header = answer.headers().get("CB-AFTER");
            next = header != null ? header : found.firstKey().toString();
        }
        throw new CoinbaseException.TooFarBack("trades asked for must lie within " + settings.pageLimit()
                + " pages, still going at " + found.firstEntry().getValue().time());
    }

    private HttpAnswer get(String path) {
        if (Context.isOnEventLoopThread()) {
            throw new IllegalStateException("Coinbase must be asked on a worker thread, was on an event loop");
        }
        try {
            pause.nanos(bucket.take());
            return send(path)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CoinbaseException.Unavailable("Interrupted while asking Coinbase path=" + path, e);
        } catch (TimeoutException e) {
            throw new CoinbaseException.Unavailable(
                    "Coinbase did not answer within " + settings.timeout().toMillis() + " ms path=" + path, e);
        } catch (ExecutionException e) {
            throw new CoinbaseException.Unavailable("Coinbase could not be asked path=" + path, e.getCause());
        }
    }

    private Future<HttpAnswer> send(String path) {
        RequestOptions options = Settings.address(new RequestOptions(), settings.url(), path)
                .setMethod(HttpMethod.GET)
                .setTimeout(settings.timeout().toMillis())
                // The exchange refuses requests without a user agent.
                .putHeader("User-Agent", "recio")
                .putHeader("Accept", "application/json");
        // Nested, so that the body is asked for on the event loop that brings the response, before it can pass by.
        return client.request(options).compose(request -> request.send().compose(CoinbaseRest::whole));
    }

    private static Future<HttpAnswer> whole(HttpClientResponse response) {
        return response.body().map(body -> new HttpAnswer(response.statusCode(), response.headers(), body.toString()));
    }

    private static BusinessTime earlier(BusinessTime one, BusinessTime other) {
        return other.isBefore(one) ? other : one;
    }

    private static BusinessTime minuteOf(BusinessTime time) {
        return BusinessTime.ofEpochSecond(Math.floorDiv(time.epochSecond(), 60) * 60);
    }
}
