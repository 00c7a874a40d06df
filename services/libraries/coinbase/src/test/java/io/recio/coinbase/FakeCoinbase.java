package io.recio.coinbase;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An exchange on localhost: hands the test each WebSocket it accepts, and each request to the handler it was given. */
final class FakeCoinbase implements AutoCloseable {

    /** One accepted WebSocket. */
    record Connection(ServerWebSocket socket, BlockingQueue<String> received) {

        void send(String... frames) {
            for (String frame : frames) {
                socket.writeTextMessage(frame)
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join();
            }
        }

        void drop() {
            socket.close();
        }

        String nextReceived() {
            return poll(received, "a message from the client");
        }
    }

    private final HttpServer server;
    private final BlockingQueue<Connection> connections = new LinkedBlockingQueue<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private volatile Handler<HttpServerRequest> handler =
            request -> request.response().setStatusCode(404).end();

    FakeCoinbase(Vertx vertx) {
        server = vertx.createHttpServer()
                .webSocketHandler(socket -> {
                    Connection connection = new Connection(socket, new LinkedBlockingQueue<>());
                    socket.textMessageHandler(connection.received::add);
                    connections.add(connection);
                })
                .requestHandler(request -> {
                    requests.add(request.uri());
                    handler.handle(request);
                });
        server.listen(0, "localhost").toCompletionStage().toCompletableFuture().join();
    }

    URI url(String scheme) {
        return URI.create(scheme + "://localhost:" + server.actualPort());
    }

    void answer(Handler<HttpServerRequest> requestHandler) {
        handler = requestHandler;
    }

    List<String> requests() {
        return requests;
    }

    Connection nextConnection() {
        return poll(connections, "a connection");
    }

    boolean hasConnection() {
        return !connections.isEmpty();
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }

    private static <T> T poll(BlockingQueue<T> queue, String what) {
        try {
            T next = queue.poll(10, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("expected " + what + " within 10 s, found none");
            }
            return next;
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted while waiting for " + what, e);
        }
    }
}
