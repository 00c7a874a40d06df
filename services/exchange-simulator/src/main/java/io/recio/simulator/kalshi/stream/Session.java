package io.recio.simulator.kalshi.stream;

import io.recio.simulator.kalshi.stream.Frames.ChannelSid;
import io.recio.simulator.kalshi.stream.Frames.ErrorBody;
import io.recio.simulator.kalshi.stream.Frames.Frame;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One connected client: its subscriptions, their numbers, and what is sent to it. Used while the exchange is locked. */
final class Session {

    private static final int MOST_UNSENT = 50_000;

    private final Outlet outlet;
    private final FaultyOutbox outbox;
    private final Frames frames;
    private final LongSupplier sendingMillis;
    private final Map<Integer, Subscription> subscriptions = new LinkedHashMap<>();
    private int lastSid;

    Session(Outlet outlet, FaultyOutbox outbox, Frames frames, LongSupplier sendingMillis) {
        this.outlet = outlet;
        this.outbox = outbox;
        this.frames = frames;
        this.sendingMillis = sendingMillis;
    }

    Collection<Subscription> subscriptions() {
        return subscriptions.values();
    }

    Optional<Subscription> subscription(int sid) {
        return Optional.ofNullable(subscriptions.get(sid));
    }

    /** The subscription to the channel, made when there is none. */
    Subscription subscribe(Channel channel, boolean yesPrices) {
        return subscriptions.values().stream()
                .filter(known -> known.channel() == channel)
                .findFirst()
                .orElseGet(() -> {
                    lastSid++;
                    Subscription made = new Subscription(lastSid, channel, yesPrices);
                    subscriptions.put(lastSid, made);
                    return made;
                });
    }

    void unsubscribe(Subscription subscription) {
        subscriptions.remove(subscription.sid());
    }

    /** Sends a message of the channel to the client, if it wants the subject. */
    void offer(Channel channel, String subject, String type, Function<Subscription, String> body) {
        for (Subscription subscription : subscriptions.values()) {
            if (subscription.channel() == channel && subscription.wants(subject)) {
                send(subscription, subject, type, body.apply(subscription));
            }
        }
    }

    /** Sends a message of the subscription, with its next number where the channel has numbers. */
    void send(Subscription subscription, String subject, String type, String body) {
        Long seq = subscription.channel().isNumbered() ? subscription.nextSeq() : null;
        String frame = Frames.frame(type, subscription.sid(), seq, sendingMillis.getAsLong(), body);
        outbox.send(subscription.channel().label() + " " + subject, frame);
        if (outlet.backlog() > MOST_UNSENT) {
            error(null, StreamError.BUFFER_OVERFLOW);
            outlet.close();
        }
    }

    void subscribed(@Nullable Long id, Subscription subscription) {
        reply(new Frame(
                id,
                "subscribed",
                null,
                null,
                new ChannelSid(subscription.channel().label(), subscription.sid())));
    }

    /** An answer that takes a number of the subscription. */
    void numbered(@Nullable Long id, String type, Subscription subscription, @Nullable Object body) {
        reply(new Frame(id, type, subscription.sid(), subscription.nextSeq(), body));
    }

    void listed(@Nullable Long id) {
        List<ChannelSid> all = subscriptions.values().stream()
                .map(subscription -> new ChannelSid(subscription.channel().label(), subscription.sid()))
                .toList();
        reply(new Frame(id, "ok", null, null, all));
    }

    void error(@Nullable Long id, StreamError error) {
        reply(new Frame(id, "error", null, null, new ErrorBody(error.code(), error.text())));
    }

    void release() {
        outbox.release();
    }

    void ping() {
        outbox.ping();
    }

    private void reply(Frame frame) {
        outbox.send(frame.type(), frames.frame(frame));
    }
}
