package io.recio.tradeexecutor.execution;

import io.recio.tradeexecutor.order.StoredOrder;
import java.time.Duration;
import java.util.Optional;

/** What an entry that waits in the book stands on. */
interface RestingGround {

    /** How long it lives without being renewed, of the exchange's time. */
    Duration expiry();

    /** Why this one may not go on resting, a stable code; empty when it may. */
    Optional<String> obstacle(StoredOrder entry);
}
