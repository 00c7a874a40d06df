package io.recio.mainapp.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.recio.fixtures.TestDatabase;
import io.recio.mainapp.Browser;
import io.recio.mainapp.ExchangeRows;
import io.recio.mainapp.ScreenDatabaseResource;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A browser that stops reading while tables change as fast as they may. */
@QuarkusTest
@WithTestResource(ScreenDatabaseResource.class)
class SlowBrowserIT {

    /** More than fills the sockets' buffers and the 200 messages that are kept. */
    private static final int UPDATES = 450;

    private static final int TOO_SLOW = 1013;
    private static final int LINE_ENDED = 0;

    TestDatabase database;

    @TestHTTPResource
    URI address;

    @Test
    void isDroppedWhileTheOthersGoOn() throws IOException {
        var rows = new ExchangeRows(database, Instant.now().plus(Duration.ofMinutes(10)));
        rows.markets("BTC", 118000, 250);
        rows.strikeTable("BTC", "118082.01", 118000, 250);
        Browser browser = Browser.loggedIn(database, "slow", "viewer");
        var quick = new Listener(address.getPort(), browser.cookie(), "http://127.0.0.1:" + address.getPort());
        quick.say("{\"subscribe\":[\"strike-table\"]}");
        try (Socket slow = new Socket()) {
            slow.setReceiveBufferSize(4096);
            slow.connect(new InetSocketAddress("127.0.0.1", address.getPort()));
            upgrade(slow, browser.cookie());
            say(slow, "{\"subscribe\":[\"strike-table\"]}");
            for (int i = 0; i < UPDATES; i++) {
                String price = 118_050 + i % 50 + ".01";
                rows.strikeTable("BTC", price, 118000, 250);
                quick.await(message -> message.at("/data/items/0/item/table/currentPrice")
                        .asText()
                        .equals(price));
                quick.forget();
            }
            assertThat(closeCodeOf(slow)).isIn(TOO_SLOW, LINE_ENDED);
        } finally {
            quick.leave();
        }
    }

    private void upgrade(Socket socket, String cookie) throws IOException {
        String request = String.join(
                "\r\n",
                "GET /ws/v1/stream HTTP/1.1",
                "Host: 127.0.0.1:" + address.getPort(),
                "Origin: http://127.0.0.1:" + address.getPort(),
                "Cookie: recio_session=" + cookie,
                "Upgrade: websocket",
                "Connection: Upgrade",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
                "",
                "");
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        var answer = new StringBuilder();
        while (!answer.toString().endsWith("\r\n\r\n")) {
            answer.append((char) socket.getInputStream().read());
        }
        assertThat(answer.toString()).startsWith("HTTP/1.1 101");
    }

    /** A text frame of up to 125 bytes, masked with zeros (RFC 6455, section 5.2). */
    private static void say(Socket socket, String text) throws IOException {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        socket.getOutputStream()
                .write(ByteBuffer.allocate(6 + payload.length)
                        .put((byte) 0x81)
                        .put((byte) (0x80 | payload.length))
                        .putInt(0)
                        .put(payload)
                        .array());
    }

    /** Reads what still comes up to the close frame; or tells that the line simply ended. */
    private static int closeCodeOf(Socket socket) throws IOException {
        socket.setSoTimeout(10_000);
        var in = new DataInputStream(socket.getInputStream());
        try {
            while (true) {
                int kind = in.readUnsignedByte() & 0x0f;
                int length = in.readUnsignedByte() & 0x7f;
                long size = length == 126 ? in.readUnsignedShort() : length == 127 ? in.readLong() : length;
                byte[] payload = in.readNBytes((int) size);
                if (kind == 8) {
                    return ByteBuffer.wrap(payload).getShort();
                }
            }
        } catch (EOFException e) {
            return LINE_ENDED;
        }
    }
}
