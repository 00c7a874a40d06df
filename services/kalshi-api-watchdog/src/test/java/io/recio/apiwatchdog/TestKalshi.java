package io.recio.apiwatchdog;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The part of Kalshi that the watchdog sees, with REST and stream, doing what a test says. Thread-safe by one lock. */
public final class TestKalshi {

    static final String SERIES = "KXBTCD";
    static final long BOOK_SID = 7;

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server = vertx.createHttpServer();
    private final Map<String, JsonObject> events = new TreeMap<>();
    private final Map<String, JsonObject> books = new TreeMap<>();
    private @Nullable ServerWebSocket stream;
    private long sequence;
    private boolean streamRefused;
    private boolean restFailing;
    private boolean snapshotsWithheld;
    private boolean trading = true;

    void start() throws Exception {
        server.requestHandler(this::request);
        server.listen(0).toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        vertx.setPeriodic(1000, timer -> ping());
    }

    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    Map<String, String> settings() {
        String host = "//127.0.0.1:" + server.actualPort();
        return Map.of(
                "recio.kalshi.rest-url", "http:" + host + "/trade-api/v2",
                "recio.kalshi.ws-url", "ws:" + host + "/trade-api/ws/v2");
    }

    /** Lists an event with a market at each strike; books are empty at first. */
    synchronized void list(String event, Instant opens, Instant closes, String status, String... strikes) {
        JsonArray markets = new JsonArray();
        for (String strike : strikes) {
            String ticker = event + "-T" + strike;
            markets.add(market(event, ticker, strike, opens, closes, status));
            books.putIfAbsent(ticker, new JsonObject());
        }
        events.put(
                event,
                new JsonObject()
                        .put("event_ticker", event)
                        .put("series_ticker", SERIES)
                        .put("title", "Bitcoin price")
                        .put("exchange_index", 2)
                        .put("markets", markets));
    }

    /** Adds a market no reader can make sense of. */
    synchronized void spoil(String event) {
        events.get(event)
                .getJsonArray("markets")
                .add(new JsonObject().put("ticker", event + "-X").put("status", "active"));
    }

    /** Sets a yes level of the book and tells the stream. */
    synchronized void rest(String ticker, String price, String size) {
        books.put(
                ticker,
                new JsonObject()
                        .put(
                                "yes",
                                new JsonArray().add(new JsonArray().add(price).add(size))));
        snapshot(ticker);
    }

    /** Sets a yes level of the book without a word on the stream. */
    synchronized void restSilently(String ticker, String price, String size) {
        books.put(
                ticker,
                new JsonObject()
                        .put(
                                "yes",
                                new JsonArray().add(new JsonArray().add(price).add(size))));
    }

    synchronized void say(String frame) {
        if (stream != null) {
            stream.writeTextMessage(frame + "\n");
        }
    }

    /** Leaves a number out. */
    synchronized void skipSequence(String ticker) {
        sequence += 2;
        say(new JsonObject()
                .put("type", "orderbook_delta")
                .put("sid", BOOK_SID)
                .put("seq", sequence)
                .put(
                        "msg",
                        new JsonObject()
                                .put("market_ticker", ticker)
                                .put("price_dollars", "0.2200")
                                .put("delta_fp", "1.00")
                                .put("side", "yes"))
                .encode());
    }

    synchronized void lifecycle(JsonObject message) {
        say(new JsonObject()
                .put("type", "market_lifecycle_v2")
                .put("sid", 9)
                .put("msg", message)
                .encode());
    }

    synchronized void withholdSnapshots(boolean withheld) {
        snapshotsWithheld = withheld;
    }

    synchronized void refuseStream(boolean refused) {
        streamRefused = refused;
        if (refused && stream != null) {
            stream.close((short) 1001);
            stream = null;
        }
    }

    synchronized void failRest(boolean failing) {
        restFailing = failing;
    }

    synchronized void trade(boolean active) {
        trading = active;
    }

    private synchronized void ping() {
        if (stream != null && !stream.isClosed()) {
            stream.writePing(Buffer.buffer("heartbeat"));
        }
    }

    private void request(HttpServerRequest request) {
        if (request.path().equals("/trade-api/ws/v2")) {
            upgrade(request);
            return;
        }
        JsonObject answer = answer(request);
        if (answer == null) {
            request.response().setStatusCode(isFailing() ? 503 : 404).end("{\"error\":{\"code\":\"not_now\"}}");
        } else {
            request.response().putHeader("Content-Type", "application/json").end(answer.encode());
        }
    }

    private synchronized boolean isFailing() {
        return restFailing;
    }

    private synchronized @Nullable JsonObject answer(HttpServerRequest request) {
        if (restFailing) {
            return null;
        }
        String path = request.path().substring("/trade-api/v2".length());
        if (path.startsWith("/series/")) {
            return new JsonObject()
                    .put(
                            "series",
                            new JsonObject()
                                    .put("ticker", path.substring("/series/".length()))
                                    .put("title", "Bitcoin price")
                                    .put("fee_type", "quadratic")
                                    .put("fee_multiplier", 1));
        }
        if (path.equals("/events")) {
            return listed(request.getParam("series_ticker"), request.getParam("status"));
        }
        if (path.startsWith("/events/")) {
            JsonObject event = events.get(path.substring("/events/".length()));
            return event == null ? null : new JsonObject().put("event", event);
        }
        if (path.equals("/markets/orderbooks")) {
            return booksOf(request.params().getAll("tickers"));
        }
        if (path.equals("/exchange/status")) {
            return status();
        }
        if (path.equals("/exchange/schedule")) {
            return new JsonObject()
                    .put(
                            "schedule",
                            new JsonObject()
                                    .put("standard_hours", new JsonArray())
                                    .put("maintenance_windows", new JsonArray()));
        }
        return null;
    }

    private JsonObject listed(String series, String filter) {
        String status = filter.equals("open") ? "active" : "initialized";
        JsonArray found = new JsonArray();
        events.values().stream()
                .filter(event -> event.getString("series_ticker").equals(series))
                .filter(event -> event.getJsonArray("markets")
                        .getJsonObject(0)
                        .getString("status")
                        .equals(status))
                .forEach(found::add);
        return new JsonObject().put("events", found).put("cursor", "");
    }

    private JsonObject booksOf(List<String> tickers) {
        JsonArray all = new JsonArray();
        tickers.stream()
                .filter(books::containsKey)
                .forEach(ticker -> all.add(new JsonObject()
                        .put("ticker", ticker)
                        .put(
                                "orderbook_fp",
                                new JsonObject()
                                        .put("yes_dollars", books.get(ticker).getJsonArray("yes", new JsonArray()))
                                        .put("no_dollars", new JsonArray()))));
        return new JsonObject().put("orderbooks", all);
    }

    private JsonObject status() {
        JsonObject shard = new JsonObject()
                .put("exchange_index", 2)
                .put("exchange_active", true)
                .put("trading_active", trading)
                .put("intra_exchange_transfers_active", true);
        return new JsonObject()
                .put("exchange_active", true)
                .put("trading_active", true)
                .put("intra_exchange_transfers_active", true)
                .put("exchange_index_statuses", new JsonArray().add(shard));
    }

    private synchronized void upgrade(HttpServerRequest request) {
        if (streamRefused) {
            request.response().setStatusCode(503).end();
            return;
        }
        request.toWebSocket().onSuccess(this::accept);
    }

    private synchronized void accept(ServerWebSocket accepted) {
        stream = accepted;
        sequence = 0;
        accepted.textMessageHandler(text -> command(new JsonObject(text)));
    }

    private synchronized void command(JsonObject command) {
        JsonObject params = command.getJsonObject("params");
        switch (command.getString("cmd")) {
            case "subscribe" -> {
                String channel = params.getJsonArray("channels").getString(0);
                long sid = channel.equals("orderbook_delta") ? BOOK_SID : channel.hashCode() & 0xFFFFL;
                say(new JsonObject()
                        .put("id", command.getLong("id"))
                        .put("type", "subscribed")
                        .put("msg", new JsonObject().put("channel", channel).put("sid", sid))
                        .encode());
                if (sid == BOOK_SID) {
                    snapshots(params);
                }
            }
            case "update_subscription" -> {
                if (params.getLong("sid") != BOOK_SID
                        || params.getString("action").equals("get_snapshot")) {
                    acknowledge(command, params.getLong("sid") == BOOK_SID);
                } else {
                    sequence++;
                    say(new JsonObject()
                            .put("id", command.getLong("id"))
                            .put("sid", BOOK_SID)
                            .put("seq", sequence)
                            .put("type", "ok")
                            .put("msg", new JsonObject())
                            .encode());
                }
                if (params.getLong("sid") == BOOK_SID
                        && !params.getString("action").equals("delete_markets")) {
                    snapshots(params);
                }
            }
            default -> {}
        }
    }

    private void acknowledge(JsonObject command, boolean books) {
        if (!books) {
            say(new JsonObject()
                    .put("id", command.getLong("id"))
                    .put("type", "ok")
                    .put("msg", new JsonObject())
                    .encode());
        }
    }

    private void snapshots(JsonObject params) {
        params.getJsonArray("market_tickers").forEach(ticker -> snapshot(String.valueOf(ticker)));
    }

    private void snapshot(String ticker) {
        if (snapshotsWithheld) {
            return;
        }
        sequence++;
        JsonObject message = new JsonObject().put("market_ticker", ticker);
        JsonArray yes = books.get(ticker).getJsonArray("yes");
        if (yes != null) {
            message.put("yes_dollars_fp", yes);
        }
        say(new JsonObject()
                .put("type", "orderbook_snapshot")
                .put("sid", BOOK_SID)
                .put("seq", sequence)
                .put("msg", message)
                .encode());
    }

    private static JsonObject market(
            String event, String ticker, String strike, Instant opens, Instant closes, String status) {
        return new JsonObject()
                .put("ticker", ticker)
                .put("event_ticker", event)
                .put("market_type", "binary")
                .put("status", status)
                .put("open_time", opens.toString())
                .put("close_time", closes.toString())
                .put("result", "")
                .put("strike_type", "greater")
                .put("floor_strike", Double.valueOf(strike))
                .put("volume_fp", "1200.00")
                .put("open_interest_fp", "600.00")
                .put("expiration_value", "")
                .put(
                        "price_ranges",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("start", "0.0000")
                                        .put("end", "1.0000")
                                        .put("step", "0.0100")));
    }
}
