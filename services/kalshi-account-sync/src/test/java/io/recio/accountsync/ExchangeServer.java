package io.recio.accountsync;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The other side of the account: lists in pages by REST, frames and refusals on demand; it checks signatures. */
final class ExchangeServer {

    private static final String BASE = "/trade-api/v2";
    private static final long PING_MILLIS = 200;
    private static final String KEY = "KALSHI-ACCESS-KEY";

    final List<JsonObject> orders = new CopyOnWriteArrayList<>();
    final List<JsonObject> fills = new CopyOnWriteArrayList<>();
    final List<JsonObject> positions = new CopyOnWriteArrayList<>();
    final List<JsonObject> settlements = new CopyOnWriteArrayList<>();
    final ConcurrentHashMap<String, JsonObject> markets = new ConcurrentHashMap<>();
    final ConcurrentHashMap<Integer, String> balances = new ConcurrentHashMap<>();
    final List<String> requests = new CopyOnWriteArrayList<>();

    /** What every REST call is answered with; 200 is the truth. */
    volatile int status = 200;

    volatile int pageSize = 1000;
    volatile boolean refusesSockets;
    /** Whether handshakes are answered with 403. */
    volatile boolean refusesSocketKeys;

    /** Bodies told in place of the truth, by path below the base. */
    final ConcurrentHashMap<String, String> bodies = new ConcurrentHashMap<>();

    volatile String lastKey = "";
    volatile String lastSocketKey = "";

    private final KeyFiles keys;
    private volatile String accepted = "key-1";

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final List<ServerWebSocket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicLong lastSid = new AtomicLong();

    ExchangeServer(KeyFiles keys) {
        this.keys = keys;
        server = vertx.createHttpServer().requestHandler(this::handle);
        server.listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
        vertx.setPeriodic(
                PING_MILLIS, timer -> sockets.forEach(socket -> socket.writePing(Buffer.buffer("heartbeat"))));
    }

    String restUrl() {
        return "http://127.0.0.1:" + server.actualPort() + BASE;
    }

    String wsUrl() {
        return "ws://127.0.0.1:" + server.actualPort() + "/trade-api/ws/v2";
    }

    boolean isConnected() {
        return !sockets.isEmpty();
    }

    /** An account with nothing in it. */
    void reset() {
        List.of(orders, fills, positions, settlements).forEach(List::clear);
        balances.clear();
        markets.clear();
        balances.put(2, "1000.0000");
        requests.clear();
        status = 200;
        pageSize = 1000;
        refusesSockets = false;
        refusesSocketKeys = false;
        bodies.clear();
        accepted = "key-1";
    }

    /** From now on another key is refused. */
    void acceptOnly(String key) {
        accepted = key;
    }

    /** How many subscriptions were confirmed so far; more than before means that there was a break. */
    long subscriptions() {
        return lastSid.get();
    }

    void say(String type, JsonObject msg) {
        sockets.getLast()
                .writeTextMessage(
                        new JsonObject().put("type", type).put("msg", msg).encode() + "\n");
    }

    void sayText(String text) {
        sockets.getLast().writeTextMessage(text);
    }

    void hangUp() {
        sockets.forEach(socket -> socket.close((short) 1001));
    }

    void stop() {
        vertx.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    private void handle(HttpServerRequest request) {
        if ("websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            upgrade(request);
            return;
        }
        requests.add(request.uri());
        lastKey = request.getHeader(KEY);
        if (!isSigned(request)) {
            answer(request, 401, new JsonObject().put("error", new JsonObject().put("code", "signature")));
            return;
        }
        if (status != 200) {
            answer(request, status, new JsonObject().put("error", new JsonObject().put("code", "refused")));
            return;
        }
        String path = request.path().substring(BASE.length());
        String told = bodies.get(path);
        if (told != null) {
            request.response().putHeader("Content-Type", "application/json").end(told);
            return;
        }
        switch (path) {
            case "/exchange/user_data_timestamp" ->
                answer(
                        request,
                        200,
                        new JsonObject().put("as_of_time", Instant.now().toString()));
            case "/portfolio/balance" -> answer(request, 200, balance());
            case "/portfolio/positions" -> page(request, "market_positions", positions);
            case "/portfolio/orders" -> page(request, "orders", wanted(request, orders));
            case "/portfolio/fills" -> page(request, "fills", wanted(request, fills));
            case "/portfolio/settlements" -> page(request, "settlements", settlements);
            default -> market(request, path.substring(path.lastIndexOf('/') + 1));
        }
    }

    private void market(HttpServerRequest request, String ticker) {
        JsonObject market = markets.get(ticker);
        answer(request, market == null ? 404 : 200, new JsonObject().put("market", market));
    }

    private List<JsonObject> wanted(HttpServerRequest request, List<JsonObject> all) {
        String since = request.getParam("min_ts");
        String state = request.getParam("status");
        return all.stream()
                .filter(item -> since == null || item.getLong("ts") >= Long.parseLong(since))
                .filter(item -> state == null || state.equals(item.getString("status")))
                .toList();
    }

    private void page(HttpServerRequest request, String name, List<JsonObject> all) {
        String cursor = request.getParam("cursor");
        int from = cursor == null ? 0 : Integer.parseInt(cursor);
        int to = Math.min(all.size(), from + pageSize);
        JsonArray items = new JsonArray();
        all.subList(Math.min(from, to), to).forEach(items::add);
        answer(
                request,
                200,
                new JsonObject().put(name, items).put("cursor", to < all.size() ? Integer.toString(to) : ""));
    }

    private JsonObject balance() {
        JsonArray shards = new JsonArray();
        balances.forEach((shard, dollars) ->
                shards.add(new JsonObject().put("exchange_index", shard).put("balance", dollars)));
        return new JsonObject()
                .put("balance", 0)
                .put("portfolio_value", 0)
                .put("updated_ts", Instant.now().getEpochSecond())
                .put("balance_breakdown", shards);
    }

    private static void answer(HttpServerRequest request, int code, JsonObject body) {
        request.response()
                .setStatusCode(code)
                .putHeader("Content-Type", "application/json")
                .end(body.encode());
    }

    private void upgrade(HttpServerRequest request) {
        lastSocketKey = request.getHeader(KEY);
        if (status == 401 || !isSigned(request)) {
            request.response().setStatusCode(401).end();
            return;
        }
        if (refusesSockets || refusesSocketKeys) {
            request.response().setStatusCode(refusesSocketKeys ? 403 : 503).end();
            return;
        }
        request.toWebSocket().onSuccess(socket -> {
            socket.textMessageHandler(command -> subscribe(socket, new JsonObject(command)));
            socket.closeHandler(nothing -> sockets.remove(socket));
            sockets.add(socket);
        });
    }

    private boolean isSigned(HttpServerRequest request) {
        if (!accepted.equals(request.getHeader(KEY))) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(keys.publicKey(accepted));
            verifier.update((request.getHeader("KALSHI-ACCESS-TIMESTAMP")
                            + request.method().name()
                            + request.path())
                    .getBytes(StandardCharsets.UTF_8));
            return verifier.verify(Base64.getDecoder().decode(request.getHeader("KALSHI-ACCESS-SIGNATURE")));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private void subscribe(ServerWebSocket socket, JsonObject command) {
        JsonArray channels = command.getJsonObject("params").getJsonArray("channels");
        for (Object channel : channels) {
            socket.writeTextMessage(new JsonObject()
                    .put("id", command.getLong("id"))
                    .put("type", "subscribed")
                    .put("msg", new JsonObject().put("channel", channel).put("sid", lastSid.incrementAndGet()))
                    .encode());
        }
    }
}
