package io.recio.kalshi.socket;

import io.recio.kalshi.model.Channel;
import io.recio.kalshi.model.SocketMessage;
import io.recio.kalshi.socket.Subscription.State;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Brings what the server was asked on this connection in line with what is wanted. */
final class Subscriptions {

    /** The server does not know the subscription that an update named. */
    private static final Set<Integer> LOST_CODES = Set.of(7, 12);

    private final Interests interests;
    private final long answerTimeout;
    private final Consumer<String> send;
    private final Consumer<SocketMessage> deliver;

    private final Map<Channel, Subscription> byChannel = new EnumMap<>(Channel.class);
    private final Map<Long, Subscription> bySid = new HashMap<>();
    private final Map<Long, Pending> pending = new HashMap<>();
    private long lastId;

    Subscriptions(Interests interests, long answerTimeout, Consumer<String> send, Consumer<SocketMessage> deliver) {
        this.interests = interests;
        this.answerTimeout = answerTimeout;
        this.send = send;
        this.deliver = deliver;
    }

    Optional<Subscription> find(Channel channel) {
        return Optional.ofNullable(byChannel.get(channel));
    }

    Optional<Subscription> bySid(long sid) {
        return Optional.ofNullable(bySid.get(sid));
    }

    void alignAll(long now) {
        interests.channels().stream().sorted().forEach(channel -> align(channel, now));
    }

    void align(Channel channel, long now) {
        Optional<Set<String>> wanted = interests.of(channel);
        if (wanted.isEmpty()) {
            find(channel).ifPresent(this::leave);
            return;
        }
        Subscription subscription =
                byChannel.computeIfAbsent(channel, unused -> new Subscription(channel, new BookKeeper(deliver)));
        switch (subscription.state) {
            case IDLE -> askWhenDue(subscription, wanted.get(), now);
            case REFUSED -> ask(subscription, wanted.get(), now);
            case ASKED -> {}
            case ACTIVE -> adjust(subscription, wanted.get(), now);
        }
    }

    /** The server says that it serves the channel under this id. */
    void confirmed(String channelName, long sid, long now) {
        Optional<Subscription> asked = Channel.of(channelName).flatMap(this::find);
        if (asked.isEmpty()) {
            send.accept(Commands.unsubscribe(++lastId, sid));
            return;
        }
        Subscription subscription = asked.get();
        pending.values().removeIf(command -> command.subscription == subscription);
        if (subscription.state == State.ACTIVE && subscription.sid != sid) {
            bySid.remove(subscription.sid);
            send.accept(Commands.unsubscribe(++lastId, subscription.sid));
        }
        subscription.activate(sid, now);
        bySid.put(sid, subscription);
        align(subscription.channel, now);
    }

    /** An answer to the command came; whose it was. */
    Optional<Subscription> answered(long id) {
        return Optional.ofNullable(pending.remove(id)).map(Pending::subscription);
    }

    /** The server will not do what a command asked; a subscription that stands goes on as it was. */
    void refused(Subscription subscription, int code, String message, long now) {
        deliver.accept(new SocketMessage.SubscriptionRefused(subscription.channel, code, message));
        if (subscription.state == State.ASKED) {
            subscription.state = State.REFUSED;
        } else if (LOST_CODES.contains(code)) {
            restart(subscription, "error " + code, now);
        }
    }

    /** Subscribes anew: its books are worth nothing meanwhile. */
    void restart(Subscription subscription, String reason, long now) {
        subscription.books.lose(subscription.books.tickers(), reason, now);
        pending.values().removeIf(command -> command.subscription == subscription);
        if (subscription.state == State.ACTIVE) {
            bySid.remove(subscription.sid);
            send.accept(Commands.unsubscribe(++lastId, subscription.sid));
        }
        subscription.fail(now);
        align(subscription.channel, now);
    }

    void loseBooks(Subscription subscription, Collection<String> tickers, String reason, long now) {
        Set<String> toAsk = subscription.books.lose(tickers, reason, now);
        if (!toAsk.isEmpty() && subscription.state == State.ACTIVE) {
            send.accept(Commands.snapshot(++lastId, subscription.sid, toAsk));
        }
    }

    void loseAllBooks(String reason, long now) {
        byChannel.values().forEach(subscription -> {
            subscription.books.lose(subscription.books.tickers(), reason, now);
        });
    }

    /** Asks again for what did not come. */
    void look(long now) {
        List<Pending> late = pending.values().stream()
                .filter(command -> now - command.sentAt >= answerTimeout)
                .toList();
        for (Pending command : late) {
            if (pending.containsValue(command)) {
                restart(command.subscription, "no answer to a command", now);
            }
        }
        for (Subscription subscription : List.copyOf(byChannel.values())) {
            if (subscription.state == State.IDLE) {
                align(subscription.channel, now);
            } else if (subscription.state == State.ACTIVE && subscription.hasBooks()) {
                askForOverdueBooks(subscription, now);
            }
        }
    }

    private void askForOverdueBooks(Subscription subscription, long now) {
        Set<String> overdue = subscription.books.overdue(answerTimeout, now);
        if (overdue.isEmpty()) {
            return;
        }
        if (subscription.books.isBare() && now - subscription.activeSince >= 2 * answerTimeout) {
            restart(subscription, "no snapshot came", now);
        } else {
            send.accept(Commands.snapshot(++lastId, subscription.sid, overdue));
        }
    }

    private void askWhenDue(Subscription subscription, Set<String> names, long now) {
        if (now - subscription.retryAt >= 0) {
            ask(subscription, names, now);
        }
    }

    private void ask(Subscription subscription, Set<String> names, long now) {
        subscription.ask(names);
        if (subscription.hasBooks()) {
            subscription.books.drop(minus(subscription.books.tickers(), names));
            subscription.books.expect(names, now);
        }
        long id = command(subscription, now);
        send.accept(Commands.subscribe(id, subscription.channel, names));
    }

    private void adjust(Subscription subscription, Set<String> names, long now) {
        if (names.equals(subscription.asked)) {
            return;
        }
        if (names.isEmpty() || subscription.asked.isEmpty()) {
            restartNow(subscription, names, now);
            return;
        }
        Set<String> added = minus(names, subscription.asked);
        Set<String> removed = minus(subscription.asked, names);
        subscription.asked = Set.copyOf(names);
        if (subscription.hasBooks()) {
            subscription.books.drop(removed);
            subscription.books.expect(added, now);
        }
        if (!added.isEmpty()) {
            send.accept(Commands.add(command(subscription, now), subscription.channel, subscription.sid, added));
        }
        if (!removed.isEmpty()) {
            send.accept(Commands.remove(command(subscription, now), subscription.channel, subscription.sid, removed));
        }
    }

    /** From all to some, or the reverse: no update can say that. */
    private void restartNow(Subscription subscription, Set<String> names, long now) {
        bySid.remove(subscription.sid);
        send.accept(Commands.unsubscribe(++lastId, subscription.sid));
        ask(subscription, names, now);
    }

    private void leave(Subscription subscription) {
        byChannel.remove(subscription.channel);
        pending.values().removeIf(command -> command.subscription == subscription);
        if (subscription.state == State.ACTIVE) {
            bySid.remove(subscription.sid);
            send.accept(Commands.unsubscribe(++lastId, subscription.sid));
        }
    }

    private long command(Subscription subscription, long now) {
        pending.put(++lastId, new Pending(subscription, now));
        return lastId;
    }

    private static Set<String> minus(Set<String> names, Set<String> others) {
        Set<String> rest = new TreeSet<>(names);
        rest.removeAll(others);
        return rest;
    }

    private record Pending(Subscription subscription, long sentAt) {}
}
