package io.recio.kalshi.socket;

import io.recio.kalshi.model.Channel;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** One channel on one connection: what the server was asked, and what it calls the subscription. */
final class Subscription {

    enum State {
        /** Not asked for, or to be asked for again from {@code retryAt} on. */
        IDLE,
        ASKED,
        ACTIVE,
        /** Refused for good; asked again only when our wish changes. */
        REFUSED
    }

    private static final long STABLE_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long FIRST_DELAY_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int MOST_DOUBLINGS = 5;

    final Channel channel;
    final BookKeeper books;

    State state = State.IDLE;
    Set<String> asked = Set.of();
    long sid;
    Sequence sequence = new Sequence();
    long activeSince;
    long retryAt;

    private int failures;

    Subscription(Channel channel, BookKeeper books) {
        this.channel = channel;
        this.books = books;
    }

    void ask(Set<String> names) {
        state = State.ASKED;
        asked = Set.copyOf(names);
    }

    void activate(long newSid, long now) {
        state = State.ACTIVE;
        sid = newSid;
        sequence = new Sequence();
        activeSince = now;
    }

    /** Back to the start: at once after a long good time, otherwise after a pause that doubles. */
    void fail(long now) {
        if (state == State.ACTIVE && now - activeSince >= STABLE_NANOS) {
            failures = 0;
        }
        retryAt = failures == 0 ? now : now + (FIRST_DELAY_NANOS << Math.min(failures - 1, MOST_DOUBLINGS));
        failures++;
        state = State.IDLE;
    }

    boolean hasBooks() {
        return channel == Channel.ORDER_BOOK;
    }
}
