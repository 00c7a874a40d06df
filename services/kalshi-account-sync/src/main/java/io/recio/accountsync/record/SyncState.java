package io.recio.accountsync.record;

import io.recio.domain.time.SystemTime;
import java.time.Duration;
import java.util.Optional;

/**
 * How true the account's rows are now: the row of {@code account.sync_state}.
 *
 * @param silence how long the stream has been silent; empty without one, the last sign of life stays recorded then
 * @param subscribedSince since when all private channels have been confirmed without a break
 * @param userDataAsOf up to when the exchange showed what happened, at the last complete read
 * @param ordersReadAt when the last read of every order began
 * @param reconciledAt when the last complete read was recorded
 * @param staleReason why the rows may not be relied on; empty when they may
 */
public record SyncState(
        boolean authenticated,
        boolean connected,
        Optional<Duration> silence,
        Optional<SystemTime> subscribedSince,
        Optional<SystemTime> userDataAsOf,
        Optional<SystemTime> ordersReadAt,
        Optional<SystemTime> reconciledAt,
        Optional<String> staleReason) {

    /** The same but for the silence, which always moves. */
    public SyncState withoutSilence() {
        return new SyncState(
                authenticated,
                connected,
                Optional.empty(),
                subscribedSince,
                userDataAsOf,
                ordersReadAt,
                reconciledAt,
                staleReason);
    }

    public boolean isStale() {
        return staleReason.isPresent();
    }
}
