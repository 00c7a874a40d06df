package io.recio.kalshi.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.ClientOrderId;
import io.recio.kalshi.model.NewOrder;
import io.recio.kalshi.model.OrderReceipt;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each exact answer to a new order is taken for, byte by byte from a server that answers once and hangs up. */
class CreateAnswersTest extends RestFixture {

    private static final String RECEIPT =
            "{\"order_id\":\"x-1\",\"client_order_id\":\"rec-1\",\"fill_count\":\"4.00\",\"remaining_count\":\"0.00\"}";

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            201 | {"order_id":"x-1","client_order_id":"rec-1","fill_count":"10.00","remaining_count":"0.00"} | Accepted 10.00 0.00
            201 | {"order_id":"x-1","fill_count":"4.00","remaining_count":"0.00","average_fill_price":"0.9700"} | Accepted 4.00 0.00
            201 | {"order_id":"x-1","fill_count":"0.00","remaining_count":"0.00"} | Accepted 0.00 0.00
            201 | {"order_id":"x-1","fill_count":"0.00","remaining_count":"10.00"} | Accepted 0.00 10.00
            200 | {"order_id":"x-1","fill_count":"0.00","remaining_count":"10.00"} | Accepted 0.00 10.00
            201 | {"order_id":"x-1","fill_count":"0.00","remaining_count":"0.00","status":"parked","new":{"a":[1]}} | Accepted 0.00 0.00
            201 | {"order_id":"x-1","client_order_id":"rec-2","fill_count":"4.00","remaining_count":"0.00"} | InDoubt UNREADABLE_ANSWER
            201 | {} | InDoubt UNREADABLE_ANSWER
            201 | {"order":{"order_id":"x-1"}} | InDoubt UNREADABLE_ANSWER
            201 | {"order_id":null,"fill_count":"0.00","remaining_count":"0.00"} | InDoubt UNREADABLE_ANSWER
            201 | {"order_id":"x-1","fill_count":"-1.00","remaining_count":"0.00"} | InDoubt UNREADABLE_ANSWER
            201 | {"order_id":"x-1","fill_count":"four","remaining_count":"0.00"} | InDoubt UNREADABLE_ANSWER
            201 | {"order_id":"x-1","fill_count":"4.00"} | InDoubt UNREADABLE_ANSWER
            201 | {"order_id":"x-1","fill_count":"4.00","remain | InDoubt UNREADABLE_ANSWER
            201 | [] | InDoubt UNREADABLE_ANSWER
            201 | null | InDoubt UNREADABLE_ANSWER
            201 | <html>ok</html> | InDoubt UNREADABLE_ANSWER
            201 | `` | InDoubt UNREADABLE_ANSWER
            204 | `` | InDoubt UNREADABLE_ANSWER
            400 | {"error":{"code":"invalid_order","message":"invalid order","details":"post only cross"}} | Rejected 400 invalid_order
            400 | {"code":"insufficient_balance","message":"insufficient balance"} | Rejected 400 insufficient_balance
            400 | <html>bad request</html> | Rejected 400 -
            401 | {"error":{"code":"authentication_error","message":"authentication_error"}} | Rejected 401 authentication_error
            403 | {"error":"forbidden"} | Rejected 403 -
            404 | {"error":{"code":"not_found","message":"not found"}} | Rejected 404 not_found
            410 | {"error":{"code":"deprecated_v1_order_endpoint","message":"gone"}} | Rejected 410 deprecated_v1_order_endpoint
            408 | {"error":"request timeout"} | InDoubt SERVER_ERROR
            409 | {"error":{"code":"order_already_exists","message":"duplicate"}} | InDoubt DUPLICATE
            409 | `` | InDoubt DUPLICATE
            418 | {"error":"new status"} | InDoubt SERVER_ERROR
            429 | {"error":"too many requests"} | InDoubt RATE_LIMITED
            500 | {"error":{"code":"internal","message":"internal"}} | InDoubt SERVER_ERROR
            502 | <html>bad gateway</html> | InDoubt SERVER_ERROR
            503 | {"error":"unavailable"} | InDoubt SERVER_ERROR
            504 | `` | InDoubt SERVER_ERROR
            """)
    void takesEachAnswerForWhatItProves(int status, String body, String expected) throws Exception {
        String text = body == null ? "" : body;
        assertThat(told(head(status, text.length()) + text)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            closed before the body ends   | InDoubt CONNECTION_LOST
            closed within the head        | InDoubt CONNECTION_LOST
            closed without a word         | InDoubt CONNECTION_LOST
            something that is not HTTP    | InDoubt CONNECTION_LOST
            """)
    void keepsAnAnswerCutShortInDoubt(String how, String expected) throws Exception {
        String bytes =
                switch (how) {
                    case "closed before the body ends" -> head(201, RECEIPT.length()) + RECEIPT.substring(0, 40);
                    case "closed within the head" -> head(201, RECEIPT.length()).substring(0, 20);
                    case "closed without a word" -> "";
                    default -> "220 smtp.example ready\r\n\r\n";
                };
        assertThat(told(bytes)).isEqualTo(expected);
    }

    /** What the client makes of an answer of these bytes; the server must have been asked exactly once. */
    private String told(String answer) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                KalshiRest client = client(server.getLocalPort())) {
            Thread.ofVirtual().start(() -> serve(server, answer, asked));
            String told = word(client.within(PATIENCE).orders().create(order(), SendPermit.ALWAYS));
            assertThat(asked).hasValue(1);
            return told;
        }
    }

    private static void serve(ServerSocket server, String answer, AtomicInteger asked) {
        while (!server.isClosed()) {
            try (Socket connection = server.accept()) {
                readRequest(connection.getInputStream());
                asked.incrementAndGet();
                connection.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                connection.getOutputStream().flush();
            } catch (IOException e) {
                return;
            }
        }
    }

    /** Head and body, so that hanging up loses nothing of ours. */
    private static void readRequest(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        String length = head.toString().replaceAll("(?is).*content-length: *(\\d+).*", "$1");
        in.readNBytes(Integer.parseInt(length));
    }

    private static String head(int status, int length) {
        return "HTTP/1.1 " + status + " Status\r\nContent-Type: application/json\r\n"
                + (status == 204 ? "" : "Content-Length: " + length + "\r\n") + "\r\n";
    }

    private static String word(WriteResult<OrderReceipt> result) {
        return switch (result) {
            case WriteResult.Accepted<OrderReceipt>(var receipt) ->
                "Accepted " + receipt.filled() + " " + receipt.remaining();
            case WriteResult.Rejected<OrderReceipt>(var status, var error) ->
                "Rejected " + status + " " + (error.code().isEmpty() ? "-" : error.code());
            case WriteResult.InDoubt<OrderReceipt>(var doubt, var detail) -> "InDoubt " + doubt;
            case WriteResult.NotSent<OrderReceipt>(var reason, var detail) -> "NotSent " + reason;
        };
    }

    private static NewOrder order() {
        return NewOrder.entry(
                new ClientOrderId("rec-1"),
                new MarketTicker("KXBTCD-26NOV2217-T114999.99"),
                Side.YES,
                Quantity.ofContracts(10),
                Price.of("0.97"),
                Optional.empty(),
                2);
    }
}
