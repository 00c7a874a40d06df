package io.recio.kalshi.client;

import io.vertx.core.http.HttpClientRequest;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Where a request stands between us and the wire; settles the race between writing and giving up. */
final class Flight {

    private enum Phase {
        CONNECTING,
        WRITTEN,
        WITHDRAWN,
        ABANDONED
    }

    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.CONNECTING);
    private final SendPermit permit;

    private volatile @Nullable HttpClientRequest request;

    Flight(SendPermit permit) {
        this.permit = permit;
    }

    /** Asks for leave to write; false when the caller gave up meanwhile or withdraws now. */
    boolean begin(HttpClientRequest connected) {
        request = connected;
        if (!permitted()) {
            phase.compareAndSet(Phase.CONNECTING, Phase.WITHDRAWN);
            return false;
        }
        return phase.compareAndSet(Phase.CONNECTING, Phase.WRITTEN);
    }

    /** Gives up; true when nothing was written and nothing will be. */
    boolean abandon() {
        boolean unwritten = phase.compareAndSet(Phase.CONNECTING, Phase.ABANDONED) || !isWritten();
        HttpClientRequest begun = request;
        if (begun != null) {
            begun.reset();
        }
        return unwritten;
    }

    boolean isWritten() {
        return phase.get() == Phase.WRITTEN;
    }

    boolean isWithdrawn() {
        return phase.get() == Phase.WITHDRAWN;
    }

    private boolean permitted() {
        try {
            return permit.mayWrite();
        } catch (RuntimeException e) {
            return false;
        }
    }
}
