package io.recio.kalshi.socket;

import com.fasterxml.jackson.databind.JsonNode;
import io.recio.kalshi.errors.UnreadableAnswer;
import io.recio.kalshi.model.Channel;
import io.recio.kalshi.model.SocketMessage;
import io.recio.kalshi.parser.BookDelta;
import io.recio.kalshi.parser.FrameParser;
import io.recio.kalshi.parser.Subaccounts;
import io.recio.kalshi.wire.Json;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One connection's conversation: frames in, messages and commands out. It does no I/O and has no clock; whoever drives
 * it hands in the nanoseconds. Not thread safe.
 */
final class SocketSession {

    /** Channel error and buffer overflow end a subscription (EXCHANGES, section C5). */
    private static final Set<Integer> TERMINAL_CODES = Set.of(10, 25);
    /** Could not process, internal error, timeout, too many requests: the same command may work later. */
    private static final Set<Integer> PASSING_CODES = Set.of(1, 17, 18, 27);

    private final Subscriptions subscriptions;
    private final Consumer<SocketMessage> deliver;
    private final Troubles troubles;

    private @Nullable String broken;

    SocketSession(
            Interests interests,
            Duration answerTimeout,
            Consumer<String> send,
            Consumer<SocketMessage> deliver,
            Troubles troubles) {
        this.subscriptions = new Subscriptions(interests, answerTimeout.toNanos(), send, deliver);
        this.deliver = deliver;
        this.troubles = troubles;
    }

    /** The connection stands: ask for everything wanted. */
    void opened(long now) {
        subscriptions.alignAll(now);
    }

    /** What is wanted of the channel has changed. */
    void wishChanged(Channel channel, long now) {
        subscriptions.align(channel, now);
    }

    /** Asks for the books of these markets once more. */
    void resnapshot(Collection<String> tickers, long now) {
        subscriptions.find(Channel.ORDER_BOOK).ifPresent(subscription -> {
            if (subscription.state == Subscription.State.ACTIVE) {
                subscriptions.loseBooks(subscription, tickers, "snapshot asked for", now);
            }
        });
    }

    /** What the exchange calls the confirmed subscription of the channel. */
    Optional<Long> subscriptionId(Channel channel) {
        return subscriptions
                .find(channel)
                .filter(subscription -> subscription.state == Subscription.State.ACTIVE)
                .map(subscription -> subscription.sid);
    }

    /** Looks for what is overdue. */
    void look(long now) {
        subscriptions.look(now);
    }

    /** The connection is gone. */
    void closed(long now) {
        subscriptions.loseAllBooks("connection lost", now);
    }

    /** Why the connection must be given up, if it must. */
    Optional<String> broken() {
        return Optional.ofNullable(broken);
    }

    void text(String text, long now) {
        JsonNode frame;
        try {
            frame = Json.tree(text);
        } catch (UnreadableAnswer e) {
            unreadable("frame", text, e, now);
            return;
        }
        String type = frame.path("type").asText("");
        Optional<Subscription> subscription = frame.path("sid").canConvertToLong()
                ? subscriptions.bySid(frame.path("sid").asLong())
                : Optional.empty();
        subscription.ifPresent(found -> checkSequence(found, frame.path("seq"), now));
        try {
            handle(type, frame, subscription, now);
        } catch (UnreadableAnswer | IllegalArgumentException | ArithmeticException e) {
            unreadable(type, text, e, now);
        }
    }

    private void checkSequence(Subscription subscription, JsonNode seq, long now) {
        if (!seq.isIntegralNumber()) {
            return;
        }
        long expected = subscription.sequence.expected();
        if (subscription.sequence.accept(seq.asLong())) {
            return;
        }
        if (subscription.hasBooks()) {
            String reason = "sequence " + seq.asLong() + " where " + expected + " was expected";
            subscriptions.loseBooks(subscription, subscription.books.tickers(), reason, now);
        } else {
            deliver.accept(new SocketMessage.MessagesLost(subscription.channel));
        }
    }

    private void handle(String type, JsonNode frame, Optional<Subscription> subscription, long now) {
        JsonNode msg = frame.path("msg");
        switch (type) {
            case "" -> throw new UnreadableAnswer("expected a type, found none");
            case "subscribed" ->
                subscriptions.confirmed(
                        msg.path("channel").asText(), msg.path("sid").asLong(), now);
            case "ok" -> subscriptions.answered(frame.path("id").asLong());
            case "unsubscribed" -> {}
            case "error" -> failed(frame, subscription, now);
            case "orderbook_snapshot" -> {
                var snapshot = FrameParser.snapshot(msg);
                subscription.ifPresent(found -> found.books.snapshot(snapshot));
            }
            case "orderbook_delta" -> {
                BookDelta delta = FrameParser.delta(msg);
                subscription.ifPresent(found -> change(found, delta, now));
            }
            case "fill", "user_order", "market_position" -> {
                if (Subaccounts.isPrimary(msg)) {
                    FrameParser.message(type, msg).ifPresent(deliver);
                } else {
                    troubles.count("other subaccount", frame.toString(), type + " is not of the primary subaccount");
                }
            }
            default ->
                FrameParser.message(type, msg)
                        .ifPresentOrElse(
                                deliver, () -> troubles.count("type " + type, frame.toString(), "unknown type"));
        }
    }

    private void change(Subscription subscription, BookDelta delta, long now) {
        if (!subscription.books.delta(delta)) {
            Set<String> ticker = Set.of(delta.ticker().value());
            subscriptions.loseBooks(subscription, ticker, "impossible change of a level", now);
        }
    }

    private void failed(JsonNode frame, Optional<Subscription> subscription, long now) {
        int code = frame.path("msg").path("code").asInt();
        String message = frame.path("msg").path("msg").asText();
        troubles.count("error " + code, frame.toString(), message);
        Optional<Subscription> concerned =
                subscription.or(() -> subscriptions.answered(frame.path("id").asLong()));
        if (concerned.isEmpty()) {
            if (TERMINAL_CODES.contains(code)) {
                broken = "error " + code + " without a subscription";
            }
        } else if (TERMINAL_CODES.contains(code) || PASSING_CODES.contains(code)) {
            subscriptions.restart(concerned.get(), "error " + code, now);
        } else {
            subscriptions.refused(concerned.get(), code, message, now);
        }
    }

    /** Whatever cannot be read may have been part of a book. */
    private void unreadable(String type, String text, RuntimeException reason, long now) {
        troubles.count(type.isEmpty() ? "frame" : type, text, String.valueOf(reason.getMessage()));
        boolean mayBeBook = type.isEmpty() || type.equals("frame") || type.startsWith("orderbook");
        if (mayBeBook) {
            subscriptions
                    .find(Channel.ORDER_BOOK)
                    .ifPresent(books -> subscriptions.loseBooks(books, books.books.tickers(), "unreadable frame", now));
        }
    }
}
