package io.recio.accountsync.sync;

import io.recio.accountsync.read.ReadOutcome;
import io.recio.kalshi.model.SocketMessage;

/** What other threads hand to the desk. */
sealed interface Inbound {

    /** @param nanos of the monotonic clock at its arrival */
    record Heard(SocketMessage message, long nanos) implements Inbound {}

    record Read(ReadOutcome outcome) implements Inbound {}
}
