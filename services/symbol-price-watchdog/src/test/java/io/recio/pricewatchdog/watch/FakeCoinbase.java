package io.recio.pricewatchdog.watch;

import io.recio.domain.time.BusinessTime;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Coinbase on localhost: a list of trades, served by REST, and sent by WebSocket when the test says so. */
final class FakeCoinbase {

    /** One trade of BTC-USD. */
    record Print(long id, String price, BusinessTime at) {

        String match() {
            return """
                    {"type":"match","sequence":%d,"product_id":"BTC-USD","price":"%s","size":"0.5","side":"sell",\
                    "time":"%s","trade_id":%d}""".formatted(id * 10, price, at, id);
        }

        private String row() {
            return """
                    {"trade_id":%d,"price":"%s","size":"0.5","side":"sell","time":"%s"}""".formatted(id, price, at);
        }
    }

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final List<ServerWebSocket> sockets = new CopyOnWriteArrayList<>();
    private final List<Print> tape = Collections.synchronizedList(new ArrayList<>());
    private final List<String> requests = new CopyOnWriteArrayList<>();

    FakeCoinbase() {
        server = vertx.createHttpServer()
                .webSocketHandler(socket -> socket.textMessageHandler(subscription -> {
                    socket.writeTextMessage("""
                            {"type":"subscriptions","channels":[{"name":"ticker","product_ids":["BTC-USD"]},\
                            {"name":"heartbeat","product_ids":["BTC-USD"]},{"name":"matches","product_ids":["BTC-USD"]}]}""");
                    sockets.add(socket);
                }))
                .requestHandler(this::answer);
        server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
    }

    int port() {
        return server.actualPort();
    }

    List<String> requests() {
        return requests;
    }

    boolean isSubscribed() {
        sockets.removeIf(ServerWebSocket::isClosed);
        return !sockets.isEmpty();
    }

    /** Puts a trade on record without telling the feed. */
    Print record(long id, String price, BusinessTime at) {
        Print print = new Print(id, price, at);
        tape.add(print);
        return print;
    }

    /** Puts a trade on record and tells the feed. */
    void trade(long id, String price, BusinessTime at) {
        send(record(id, price, at).match());
    }

    void heartbeat(long lastTradeId, BusinessTime at) {
        send("""
                {"type":"heartbeat","sequence":%d,"last_trade_id":%d,"product_id":"BTC-USD","time":"%s"}""".formatted(lastTradeId * 10 + 1, lastTradeId, at));
    }

    void send(String frame) {
        sockets.getLast()
                .writeTextMessage(frame)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /** Forgets all trades. */
    void clear() {
        tape.clear();
        requests.clear();
    }

    void drop() {
        ServerWebSocket last = sockets.getLast();
        sockets.clear();
        last.close();
    }

    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void answer(HttpServerRequest request) {
        requests.add(request.uri());
        if (!request.path().endsWith("/trades")) {
            request.response().end("[]");
            return;
        }
        String after = request.getParam("after");
        long below = after == null ? Long.MAX_VALUE : Long.parseLong(after);
        List<String> rows = new ArrayList<>();
        synchronized (tape) {
            tape.stream()
                    .filter(print -> print.id() < below)
                    .sorted((one, other) -> Long.compare(other.id(), one.id()))
                    .limit(1000)
                    .forEach(print -> rows.add(print.row()));
        }
        request.response().end("[" + String.join(",", rows) + "]");
    }
}
