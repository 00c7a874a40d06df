package io.recio.kalshi.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.recio.domain.market.MarketTicker;
import io.recio.kalshi.Payloads;
import io.recio.kalshi.model.Channel;
import io.recio.kalshi.model.SocketMessage;
import io.recio.kalshi.model.SocketMessage.BookChanged;
import io.recio.kalshi.model.SocketMessage.BookInvalid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every frame of the exchange with each of its fields damaged in each way, and cut at each character. */
class DamagedFramesTest {

    private static final List<String> DAMAGES = List.of(
            "null",
            "\"\"",
            "\"x\"",
            "\"\\u0000\"",
            "-1",
            "\"-1\"",
            "0.5",
            "1e999",
            "\"1e999999999\"",
            "99999999999999999999",
            "true",
            "{}",
            "[]",
            "[[\"x\"]]");

    private static final long BOOKS = 7;
    private static final MarketTicker BOOK = new MarketTicker("A");
    private static final String SNAPSHOT = """
            {"type":"orderbook_snapshot","sid":7,"seq":%d,"msg":{"market_ticker":"A","yes_dollars_fp":[["0.22","333"]]}}""";

    private final List<SocketMessage> delivered = new ArrayList<>();
    private final Troubles troubles = new Troubles();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event_fee_update",
                "event_lifecycle",
                "fill",
                "index_value",
                "lifecycle_created",
                "lifecycle_determined",
                "market_position",
                "order_group",
                "ticker",
                "trade",
                "user_order",
                "orderbook_delta",
                "orderbook_snapshot"
            })
    void isEitherReadOrCounted(String name) {
        damaged(frame(name)).forEach(text -> {
            SocketSession session = session();
            long before = seen();

            assertThatCode(() -> session.text(text, 0)).as(text).doesNotThrowAnyException();

            assertThat(seen() > before || isOfAnotherMarket(text))
                    .as("delivered or counted: %s", text)
                    .isTrue();
            goesOn(session, text);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"subscribed", "ok", "unsubscribed", "error"})
    void doesNotEndTheConversation(String name) {
        damaged(frame(name)).forEach(text -> {
            SocketSession session = session();

            assertThatCode(() -> session.text(text, 0)).as(text).doesNotThrowAnyException();

            assertThat(session.broken()).as(text).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"orderbook_delta", "orderbook_snapshot", "fill"})
    void trustsNoBookAfterAFrameThatWasCut(String name) {
        String whole = frame(name).toString();
        for (int length = 0; length < whole.length(); length++) {
            SocketSession session = session();

            session.text(whole.substring(0, length), 0);

            assertThat(delivered.getLast())
                    .as("%d characters of %s", length, name)
                    .isEqualTo(new BookInvalid(BOOK, "unreadable frame"));
        }
    }

    /** A session that has subscribed to books and knows one. */
    private SocketSession session() {
        delivered.clear();
        Interests interests = new Interests();
        interests.want(Channel.ORDER_BOOK, Set.of("A"));
        SocketSession session =
                new SocketSession(interests, Duration.ofSeconds(5), command -> {}, delivered::add, troubles);
        session.opened(0);
        session.text("{\"id\":1,\"type\":\"subscribed\",\"msg\":{\"channel\":\"orderbook_delta\",\"sid\":7}}", 0);
        session.text(SNAPSHOT.formatted(1), 0);
        return session;
    }

    private long seen() {
        return delivered.size()
                + troubles.counts().values().stream().mapToLong(Long::longValue).sum();
    }

    /** A change of a book nobody asked for is late, not wrong. */
    private static boolean isOfAnotherMarket(String text) {
        JsonNode frame = Payloads.json(text);
        JsonNode ticker = frame.path("msg").path("market_ticker");
        return frame.path("type").asText().startsWith("orderbook")
                && ticker.isValueNode()
                && !ticker.asText().equals(BOOK.value());
    }

    /** Whatever came before: a snapshot makes the book whole again. */
    private void goesOn(SocketSession session, String after) {
        session.text(SNAPSHOT.formatted(Integer.MAX_VALUE), 0);
        session.text(SNAPSHOT.formatted(Integer.MAX_VALUE + 1L), 0);
        assertThat(delivered.getLast()).as(after).isInstanceOf(BookChanged.class);
    }

    /** As recorded, but of our books and our account. */
    private static ObjectNode frame(String name) {
        ObjectNode frame = (ObjectNode) Payloads.json(Payloads.read("ws_" + name + ".json"));
        ObjectNode msg = frame.withObject("msg");
        msg.remove("subaccount");
        if (name.startsWith("orderbook")) {
            frame.put("sid", BOOKS).put("seq", 2);
            msg.put("market_ticker", BOOK.value());
        }
        return frame;
    }

    private static Stream<String> damaged(ObjectNode frame) {
        List<String> inside = names(frame.get("msg"));
        Stream<String> ofMessage = inside.stream()
                .flatMap(field -> each(field, damage -> {
                    ObjectNode copy = frame.deepCopy();
                    put(copy.withObject("msg"), field, damage);
                    return copy;
                }));
        Stream<String> ofFrame = Stream.of("msg", "type")
                .flatMap(field -> each(field, damage -> {
                    ObjectNode copy = frame.deepCopy();
                    put(copy, field, damage);
                    return copy;
                }));
        return Stream.concat(ofMessage, ofFrame);
    }

    private interface Damaging {
        ObjectNode with(String damage);
    }

    /** Without the field, then with each damage in its place. */
    private static Stream<String> each(String field, Damaging damaging) {
        return Stream.concat(Stream.of("absent"), DAMAGES.stream())
                .map(damage -> damaging.with(damage).toString());
    }

    private static void put(ObjectNode object, String field, String damage) {
        if (damage.equals("absent")) {
            object.remove(field);
        } else {
            object.set(field, Payloads.json(damage));
        }
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
