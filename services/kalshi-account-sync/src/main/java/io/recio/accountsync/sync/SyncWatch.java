package io.recio.accountsync.sync;

import io.recio.accountsync.read.ReadOutcome.Failed;
import io.recio.accountsync.read.ReadOutcome.Reading;
import io.recio.accountsync.record.Notice;
import io.recio.accountsync.record.SyncState;
import io.recio.accountsync.stream.AccountStream;
import io.recio.domain.time.SystemClock;
import io.recio.domain.time.SystemTime;
import io.recio.storage.system.AlertStore.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Knows how true the account's rows are: whether our key works, whether the stream stands and since when without a break,
 * when the last complete reading was. What is cached is called stale, never shown as fresh.
 */
final class SyncWatch {

    private static final Logger LOG = Logger.getLogger(SyncWatch.class);

    private final SystemClock clock;
    private final Duration staleAfter;
    private final List<Notice> notices = new ArrayList<>();

    private boolean authenticated;
    private Optional<String> lostStream = Optional.of("not connected yet");
    private Optional<String> failure = Optional.empty();
    private Optional<List<Long>> subscriptions = Optional.empty();
    private Optional<SystemTime> subscribedSince = Optional.empty();
    private Optional<SystemTime> userDataAsOf = Optional.empty();
    private Optional<SystemTime> ordersReadAt = Optional.empty();
    private Optional<SystemTime> reconciledAt = Optional.empty();
    private Optional<Long> confirmedNanos = Optional.empty();
    private boolean calledStale;

    /** @param wasAuthenticated as recorded last: a key known to fail is not reported again */
    SyncWatch(SystemClock clock, Duration staleAfter, boolean wasAuthenticated) {
        this.clock = clock;
        this.staleAfter = staleAfter;
        this.authenticated = wasAuthenticated;
    }

    void connected() {
        lostStream = Optional.empty();
        unsubscribed();
    }

    void disconnected(String reason) {
        lostStream = Optional.of(reason);
        unsubscribed();
    }

    /**
     * Looks whether the private channels stand.
     *
     * @return whether they stand anew, so that what happened without them must be read
     */
    boolean subscribedAnew(AccountStream stream) {
        Optional<List<Long>> now = stream.subscriptions();
        if (now.equals(subscriptions)) {
            return false;
        }
        subscriptions = now;
        subscribedSince = now.map(ids -> clock.now());
        return now.isPresent();
    }

    void read(Reading reading) {
        if (!authenticated) {
            LOG.info("The exchange accepts our key again");
        }
        authenticated = true;
        failure.ifPresent(reason -> LOG.infof("Reads work again after reason='%s'", reason));
        failure = Optional.empty();
        if (!reading.request().scope().isComplete()) {
            return;
        }
        userDataAsOf = reading.userDataAsOf().or(() -> userDataAsOf);
        if (reading.everyOrder()) {
            ordersReadAt = Optional.of(reading.request().start().at());
        }
        reconciledAt = Optional.of(clock.now());
        confirmedNanos = Optional.of(clock.nanos());
    }

    void failed(Failed failed) {
        if (failure.isEmpty()) {
            LOG.warnf("Account cannot be read, trying again reason='%s'", failed.reason());
        }
        failure = Optional.of(failed.reason());
        if (failed.refused() && authenticated) {
            authenticated = false;
            LOG.errorf("The exchange refuses our key reason='%s'", failed.reason());
            notices.add(new Notice(
                    Severity.CRITICAL,
                    "AUTHENTICATION_FAILED",
                    "The exchange refuses our key; the account is not kept up to date until it accepts one",
                    Map.of("reason", failed.reason())));
        }
    }

    void refused(String channel, int code, String message) {
        LOG.errorf("The exchange refuses a subscription channel=%s code=%d message='%s'", channel, code, message);
        notices.add(new Notice(
                Severity.CRITICAL,
                "SUBSCRIPTION_REFUSED",
                "The exchange refuses a subscription of the account",
                Map.of("channel", channel, "code", code, "message", message)));
    }

    /** How things stand now; becoming stale is told once. */
    SyncState look(Optional<Duration> silence) {
        Optional<String> reason = staleReason();
        if (reason.isPresent() != calledStale) {
            calledStale = reason.isPresent();
            if (calledStale) {
                LOG.warnf("Account data is stale reason='%s'", reason.get());
            } else {
                LOG.info("Account data is fresh");
            }
            if (calledStale && confirmedNanos.isPresent()) {
                notices.add(new Notice(
                        Severity.WARNING, "ACCOUNT_STALE", "Account data is stale", Map.of("reason", reason.get())));
            }
        }
        return new SyncState(
                authenticated,
                lostStream.isEmpty(),
                silence,
                subscribedSince,
                userDataAsOf,
                ordersReadAt,
                reconciledAt,
                reason);
    }

    /** The last word of an instance that stops. */
    SyncState stopped() {
        return new SyncState(
                authenticated,
                false,
                Optional.empty(),
                Optional.empty(),
                userDataAsOf,
                ordersReadAt,
                reconciledAt,
                Optional.of("account sync has stopped"));
    }

    /** What a person should know since the last call. */
    List<Notice> takeNotices() {
        List<Notice> taken = List.copyOf(notices);
        notices.clear();
        return taken;
    }

    private Optional<String> staleReason() {
        if (confirmedNanos.isEmpty()) {
            return Optional.of(failure.map(reason -> "account cannot be read: " + reason)
                    .orElse("account has not been read since the start"));
        }
        if (lostStream.isPresent() && failure.isPresent()) {
            return Optional.of(
                    "stream is lost (" + lostStream.get() + ") and account cannot be read: " + failure.get());
        }
        Duration age = Duration.ofNanos(clock.nanos() - confirmedNanos.get());
        if (age.compareTo(staleAfter) > 0) {
            return Optional.of("nothing was confirmed for " + age.toSeconds() + " s"
                    + failure.map(reason -> ": " + reason).orElse(""));
        }
        return Optional.empty();
    }

    private void unsubscribed() {
        subscriptions = Optional.empty();
        subscribedSince = Optional.empty();
    }
}
