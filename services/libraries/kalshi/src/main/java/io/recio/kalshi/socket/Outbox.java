package io.recio.kalshi.socket;

import io.recio.kalshi.model.SocketMessage;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * Messages on their way to the listener. They gather while a frame is worked on and leave in order afterwards; a listener
 * that causes new ones adds to the queue instead of overtaking it. Not thread safe.
 */
final class Outbox {

    private final Consumer<SocketMessage> listener;
    private final Troubles troubles;
    private final Queue<SocketMessage> messages = new ArrayDeque<>();

    private boolean flushing;

    Outbox(Consumer<SocketMessage> listener, Troubles troubles) {
        this.listener = listener;
        this.troubles = troubles;
    }

    void add(SocketMessage message) {
        messages.add(message);
    }

    void flush() {
        if (flushing) {
            return;
        }
        flushing = true;
        try {
            for (SocketMessage next = messages.poll(); next != null; next = messages.poll()) {
                deliver(next);
            }
        } finally {
            flushing = false;
        }
    }

    private void deliver(SocketMessage message) {
        try {
            listener.accept(message);
        } catch (RuntimeException e) {
            troubles.count("listener", message.getClass().getSimpleName(), String.valueOf(e.getMessage()));
        }
    }
}
