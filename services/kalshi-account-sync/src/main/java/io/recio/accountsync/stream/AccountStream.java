package io.recio.accountsync.stream;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** An open stream of the account; stays connected until closed. Its methods may be called from any thread. */
public interface AccountStream extends AutoCloseable {

    boolean isConnected();

    /** How long nothing has come, pings included; empty without a connection. */
    Optional<Duration> silence();

    /**
     * The exchange's ids of the private subscriptions, once all of them are confirmed; other ids than before mean that
     * something was missed.
     */
    Optional<List<Long>> subscriptions();

    /** How many frames could not be used so far. */
    long troubles();

    @Override
    void close();
}
