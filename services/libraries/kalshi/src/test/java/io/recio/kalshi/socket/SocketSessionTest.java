package io.recio.kalshi.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.market.Book;
import io.recio.domain.market.Level;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.kalshi.Payloads;
import io.recio.kalshi.model.Channel;
import io.recio.kalshi.model.SocketMessage;
import io.recio.kalshi.model.SocketMessage.BookChanged;
import io.recio.kalshi.model.SocketMessage.BookInvalid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SocketSessionTest {

    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final MarketTicker A = new MarketTicker("A");
    private static final MarketTicker B = new MarketTicker("B");

    private final Interests interests = new Interests();
    private final List<String> sent = new ArrayList<>();
    private final List<SocketMessage> delivered = new ArrayList<>();
    private final Troubles troubles = new Troubles();
    private final SocketSession session = new SocketSession(interests, ANSWER, sent::add, delivered::add, troubles);
    private long now;

    @Test
    void asksForEachChannelByItselfAndForNoPricesOfTheOtherSide() {
        interests.want(Channel.ORDER_BOOK, Set.of("A", "B"));
        interests.want(Channel.TICKER, Set.of("A"));
        interests.want(Channel.FILLS, Set.of());
        interests.want(Channel.INDEX, Set.of("BRTI"));

        session.opened(now);

        assertSent("""
                {"id":1,"cmd":"subscribe","params":{"channels":["orderbook_delta"],"market_tickers":["A","B"],"use_yes_price":false}}""", """
                {"id":2,"cmd":"subscribe","params":{"channels":["ticker"],"market_tickers":["A"],"send_initial_snapshot":true}}""", """
                {"id":3,"cmd":"subscribe","params":{"channels":["fill"]}}""", """
                {"id":4,"cmd":"subscribe","params":{"channels":["cfbenchmarks_value"],"index_ids":["BRTI"]}}""");
    }

    @Test
    void followsABookFromItsSnapshotThroughItsDeltas() {
        subscribeToBooks("A");

        snapshot(1, "A");
        delta(2, "A", "yes", "0.22", "-33.00");
        delta(3, "A", "no", "0.56", "-146.00");
        delta(4, "A", "no", "0.57", "2.50");

        assertThat(delivered)
                .extracting(message -> ((BookChanged) message).book())
                .containsExactly(
                        book("333", "0.56", "146"),
                        book("300", "0.56", "146"),
                        book("300", null, null),
                        book("300", "0.57", "2.5"));
        assertThat(sent).isEmpty();
    }

    @Test
    void leavesOutWhatIsOfAnotherSubaccount() {
        String position =
                "{\"type\":\"market_position\",\"msg\":{\"market_ticker\":\"A\",\"position_fp\":\"1\",\"subaccount\":%s}}";

        session.text(position.formatted("3"), now);
        session.text(position.formatted("\"three\""), now);
        session.text(position.formatted("0"), now);

        assertThat(delivered).hasSize(1);
        assertThat(troubles.counts()).isEqualTo(Map.of("other subaccount", 1L, "market_position", 1L));
    }

    @Test
    void callsAllBooksInvalidAtAGapAndAsksForSnapshots() {
        subscribeToBooks("A", "B");
        snapshot(1, "A");
        snapshot(2, "B");
        delivered.clear();

        delta(4, "A", "yes", "0.22", "1.00");

        assertThat(delivered)
                .containsExactly(
                        new BookInvalid(A, "sequence 4 where 3 was expected"),
                        new BookInvalid(B, "sequence 4 where 3 was expected"));
        assertSent("""
                {"id":2,"cmd":"update_subscription","params":{"sid":7,"action":"get_snapshot","market_tickers":["A","B"]}}""");
        delivered.clear();

        delta(5, "B", "yes", "0.22", "1.00");
        assertThat(delivered).isEmpty();
        snapshot(6, "B");
        delta(7, "B", "yes", "0.22", "1.00");
        assertThat(delivered)
                .extracting(message -> ((BookChanged) message).ticker())
                .containsExactly(B, B);
        assertThat(sent).isEmpty();
    }

    @Test
    void callsARepeatAndAStepBackAGapToo() {
        subscribeToBooks("A");
        snapshot(1, "A");

        delta(1, "A", "yes", "0.22", "1.00");

        assertThat(delivered.getLast()).isEqualTo(new BookInvalid(A, "sequence 1 where 2 was expected"));
        snapshot(2, "A");
        delta(1, "A", "yes", "0.22", "1.00");
        assertThat(delivered.getLast()).isEqualTo(new BookInvalid(A, "sequence 1 where 3 was expected"));
    }

    @Test
    void countsOkAndUnsubscribedInTheSequence() {
        subscribeToBooks("A");
        snapshot(1, "A");
        interests.want(Channel.ORDER_BOOK, Set.of("A", "B"));
        session.wishChanged(Channel.ORDER_BOOK, now);

        assertSent("""
                {"id":2,"cmd":"update_subscription","params":{"sid":7,"action":"add_markets","market_tickers":["B"]}}""");
        session.text("{\"id\":2,\"sid\":7,\"seq\":2,\"type\":\"ok\",\"msg\":{\"market_tickers\":[\"A\",\"B\"]}}", now);
        snapshot(3, "B");
        delta(4, "A", "yes", "0.22", "1.00");

        assertThat(delivered).allMatch(BookChanged.class::isInstance).hasSize(3);
    }

    @Test
    void removesMarketsAndIgnoresTheirLateChanges() {
        subscribeToBooks("A", "B");
        snapshot(1, "A");
        snapshot(2, "B");
        delivered.clear();
        interests.want(Channel.ORDER_BOOK, Set.of("B"));
        session.wishChanged(Channel.ORDER_BOOK, now);

        assertSent("""
                {"id":2,"cmd":"update_subscription","params":{"sid":7,"action":"delete_markets","market_tickers":["A"]}}""");
        delta(3, "A", "yes", "0.22", "1.00");
        delta(4, "B", "yes", "0.22", "1.00");
        assertThat(delivered).hasSize(1);
    }

    @Test
    void losesOneBookOnAnImpossibleChangeAndKeepsTheOthers() {
        subscribeToBooks("A", "B");
        snapshot(1, "A");
        snapshot(2, "B");
        delivered.clear();

        delta(3, "A", "yes", "0.22", "-333.01");
        delta(4, "B", "yes", "0.22", "1.00");

        assertThat(delivered.get(0)).isEqualTo(new BookInvalid(A, "impossible change of a level"));
        assertThat(((BookChanged) delivered.get(1)).ticker()).isEqualTo(B);
        assertSent("""
                {"id":2,"cmd":"update_subscription","params":{"sid":7,"action":"get_snapshot","market_tickers":["A"]}}""");
    }

    @Test
    void survivesUnreadableFramesAndTrustsNoBookAfterThem() {
        subscribeToBooks("A");
        snapshot(1, "A");

        session.text("<<<", now);
        assertThat(delivered.getLast()).isEqualTo(new BookInvalid(A, "unreadable frame"));
        snapshot(2, "A");
        session.text("{\"type\":\"orderbook_delta\",\"sid\":7,\"seq\":3,\"msg\":{\"market_ticker\":\"A\"}}", now);
        assertThat(delivered.getLast()).isEqualTo(new BookInvalid(A, "unreadable frame"));
        snapshot(4, "A");
        session.text("{\"type\":\"fill\",\"sid\":9,\"msg\":{}}", now);
        session.text("{\"type\":\"weather\",\"sid\":9,\"msg\":{}}", now);

        assertThat(delivered.getLast()).isInstanceOf(BookChanged.class);
        assertThat(troubles.counts())
                .isEqualTo(Map.of("frame", 1L, "orderbook_delta", 1L, "fill", 1L, "type weather", 1L));
    }

    @Test
    void subscribesAnewAfterATerminalError() {
        subscribeToBooks("A");
        snapshot(1, "A");

        session.text(
                "{\"type\":\"error\",\"sid\":7,\"msg\":{\"code\":25,\"msg\":\"Subscription buffer overflow\"}}", now);

        assertThat(delivered.getLast()).isEqualTo(new BookInvalid(A, "error 25"));
        assertSent("""
                {"id":2,"cmd":"unsubscribe","params":{"sids":[7]}}""", """
                {"id":3,"cmd":"subscribe","params":{"channels":["orderbook_delta"],"market_tickers":["A"],"use_yes_price":false}}""");
        session.text("{\"id\":3,\"type\":\"subscribed\",\"msg\":{\"channel\":\"orderbook_delta\",\"sid\":8}}", now);
        delta(2, "A", "yes", "0.22", "1.00");
        session.text(Payloads.json(snapshotText(8, 1, "A")).toString(), now);
        assertThat(delivered.getLast()).isInstanceOf(BookChanged.class);
    }

    @Test
    void pausesBeforeItSubscribesAnewAgainAndAgain() {
        subscribeToBooks("A");
        fail25(7);
        sent.clear();
        session.text("{\"id\":3,\"type\":\"subscribed\",\"msg\":{\"channel\":\"orderbook_delta\",\"sid\":8}}", now);

        fail25(8);
        assertSent("""
                {"id":4,"cmd":"unsubscribe","params":{"sids":[8]}}""");
        advance(Duration.ofMillis(999));
        assertThat(sent).isEmpty();
        advance(Duration.ofMillis(1));
        assertSent("""
                {"id":5,"cmd":"subscribe","params":{"channels":["orderbook_delta"],"market_tickers":["A"],"use_yes_price":false}}""");
    }

    @Test
    void givesUpTheConnectionOnATerminalErrorOfNoKnownSubscription() {
        session.opened(now);

        session.text("{\"type\":\"error\",\"msg\":{\"code\":10,\"msg\":\"Channel error\"}}", now);

        assertThat(session.broken()).contains("error 10 without a subscription");
    }

    @Test
    void reportsARefusedSubscriptionAndDoesNotInsist() {
        interests.want(Channel.INDEX, Set.of("BRTI"));
        session.opened(now);
        sent.clear();

        session.text("{\"id\":1,\"type\":\"error\",\"msg\":{\"code\":9,\"msg\":\"Authentication required\"}}", now);
        advance(Duration.ofMinutes(5));

        assertThat(delivered)
                .containsExactly(new SocketMessage.SubscriptionRefused(Channel.INDEX, 9, "Authentication required"));
        assertThat(sent).isEmpty();
    }

    @Test
    void asksAgainWhenACommandStaysUnanswered() {
        interests.want(Channel.FILLS, Set.of());
        session.opened(now);
        sent.clear();

        advance(ANSWER.minusNanos(1));
        assertThat(sent).isEmpty();
        advance(Duration.ofNanos(1));

        assertSent("""
                {"id":2,"cmd":"subscribe","params":{"channels":["fill"]}}""");
    }

    @Test
    void asksAgainForAnOverdueSnapshotAndSubscribesAnewWhenNoneComesAtAll() {
        subscribeToBooks("A");

        advance(ANSWER);
        assertSent("""
                {"id":2,"cmd":"update_subscription","params":{"sid":7,"action":"get_snapshot","market_tickers":["A"]}}""");
        advance(ANSWER);
        assertThat(sent).isEmpty();
        advance(ANSWER);
        assertSent("""
                {"id":3,"cmd":"unsubscribe","params":{"sids":[7]}}""", """
                {"id":4,"cmd":"subscribe","params":{"channels":["orderbook_delta"],"market_tickers":["A"],"use_yes_price":false}}""");
    }

    @Test
    void doesNotPunishGoodBooksForOneThatNeverComes() {
        subscribeToBooks("A", "B");
        snapshot(1, "A");

        for (int minute = 0; minute < 10; minute++) {
            advance(Duration.ofMinutes(1));
        }

        assertThat(sent)
                .isNotEmpty()
                .allMatch(command -> command.contains("get_snapshot") && command.contains("[\"B\"]"));
        assertThat(delivered).hasSize(1);
    }

    @Test
    void tellsWhenAChannelWithoutBooksLostMessages() {
        interests.want(Channel.TRADES, Set.of());
        session.opened(now);
        session.text("{\"id\":1,\"type\":\"subscribed\",\"msg\":{\"channel\":\"trade\",\"sid\":11}}", now);
        String trade = Payloads.read("ws_trade.json").strip();

        session.text(trade, now);
        session.text(trade.replace("\"sid\": 11", "\"sid\": 11, \"seq\": 1"), now);
        session.text(trade.replace("\"sid\": 11", "\"sid\": 11, \"seq\": 3"), now);

        assertThat(delivered)
                .extracting(message -> message.getClass().getSimpleName())
                .containsExactly("TradeReported", "TradeReported", "MessagesLost", "TradeReported");
    }

    @Test
    void callsEveryBookInvalidWhenTheConnectionEnds() {
        subscribeToBooks("A", "B");
        snapshot(1, "A");
        delivered.clear();

        session.closed(now);

        assertThat(delivered).containsExactly(new BookInvalid(A, "connection lost"));
    }

    @Test
    void unsubscribesWhenNothingIsWantedAnyMore() {
        subscribeToBooks("A");
        interests.want(Channel.ORDER_BOOK, Set.of());

        session.wishChanged(Channel.ORDER_BOOK, now);

        assertSent("""
                {"id":2,"cmd":"unsubscribe","params":{"sids":[7]}}""");
    }

    @Test
    void asksOnceMoreForBooksOnRequest() {
        subscribeToBooks("A");
        snapshot(1, "A");

        session.resnapshot(List.of("A"), now);

        assertThat(delivered.getLast()).isEqualTo(new BookInvalid(A, "snapshot asked for"));
        assertSent("""
                {"id":2,"cmd":"update_subscription","params":{"sid":7,"action":"get_snapshot","market_tickers":["A"]}}""");
    }

    private void subscribeToBooks(String... tickers) {
        interests.want(Channel.ORDER_BOOK, Set.of(tickers));
        session.opened(now);
        session.text("{\"id\":1,\"type\":\"subscribed\",\"msg\":{\"channel\":\"orderbook_delta\",\"sid\":7}}\n", now);
        sent.clear();
    }

    private void fail25(long sid) {
        session.text("{\"type\":\"error\",\"sid\":" + sid + ",\"msg\":{\"code\":25,\"msg\":\"overflow\"}}", now);
    }

    private void snapshot(long seq, String ticker) {
        session.text(snapshotText(7, seq, ticker), now);
    }

    private static String snapshotText(long sid, long seq, String ticker) {
        return """
                {"type":"orderbook_snapshot","sid":%d,"seq":%d,"msg":{"market_ticker":"%s","market_id":"9b0f6b43-5b68-4f9f-9f02-9a2d1b8ac1a1",
                 "yes_dollars_fp":[["0.2200","333.00"]],"no_dollars_fp":[["0.5600","146.00"]]}}""".formatted(sid, seq, ticker);
    }

    private void delta(long seq, String ticker, String side, String price, String change) {
        session.text("""
                {"type":"orderbook_delta","sid":7,"seq":%d,"msg":{"market_ticker":"%s","market_id":"9b0f6b43-5b68-4f9f-9f02-9a2d1b8ac1a1",
                 "price_dollars":"%s","delta_fp":"%s","side":"%s","ts":"2026-04-18T05:35:03.644609Z"}}""".formatted(seq, ticker, price, change, side), now);
    }

    private void advance(Duration duration) {
        now += duration.toNanos();
        session.look(now);
    }

    /** Exactly these commands were sent, each as the exchange's schema wants it. */
    private void assertSent(String... commands) {
        assertThat(sent.stream().map(Payloads::json))
                .containsExactlyElementsOf(
                        List.of(commands).stream().map(Payloads::json).toList());
        for (String command : sent) {
            assertThat(Payloads.violations(schema(command), command)).isEmpty();
        }
        sent.clear();
    }

    private static String schema(String command) {
        return switch (Payloads.json(command).get("cmd").asText()) {
            case "subscribe" -> "subscribeCommandPayload";
            case "unsubscribe" -> "unsubscribeCommandPayload";
            default -> "updateSubscriptionCommandPayload";
        };
    }

    private static Book book(String yesSize, String noPrice, String noSize) {
        List<Level> no = Optional.ofNullable(noPrice)
                .map(price -> List.of(new Level(Price.of(price), Quantity.of(noSize))))
                .orElse(List.of());
        return new Book(List.of(new Level(Price.of("0.22"), Quantity.of(yesSize))), no);
    }
}
