package io.recio.accountsync.stream;

import io.recio.kalshi.model.SocketMessage;
import java.util.function.Consumer;

/** Opens streams of the account. */
@FunctionalInterface
public interface AccountStreams {

    /**
     * Connects and stays connected.
     *
     * @param listener told every message on an event loop; it must return at once
     */
    AccountStream open(Consumer<SocketMessage> listener);
}
