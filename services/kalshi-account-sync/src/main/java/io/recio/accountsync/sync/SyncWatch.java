package io.recio.accountsync.sync;

import io.recio.accountsync.read.ReadOutcome.Failed;
import io.recio.accountsync.read.ReadOutcome.Reading;
import io.recio.accountsync.read.ReadScope;
import io.recio.accountsync.record.Notice;
import io.recio.accountsync.record.SyncState;
import io.recio.accountsync.stream.AccountStream;
import io.recio.domain.time.SystemClock;
import io.recio.domain.time.SystemTime;
import io.recio.kalshi.model.UnreadableItem;
import io.recio.storage.system.AlertStore.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Knows how true the account's rows are: whether our key works, whether the stream stands and since when without a break,
 * when the last complete reading was. What is cached is called stale, never shown as fresh.
 */
final class SyncWatch {

    private static final Logger LOG = Logger.getLogger(SyncWatch.class);

    private static final String AUTHENTICATION_FAILED = "AUTHENTICATION_FAILED";
    private static final String SUBSCRIPTION_REFUSED = "SUBSCRIPTION_REFUSED";
    private static final String ACCOUNT_STALE = "ACCOUNT_STALE";
    private static final String ITEM_UNREADABLE = "ITEM_UNREADABLE";

    private final SystemClock clock;
    private final Duration staleAfter;
    private final List<Notice> notices = new ArrayList<>();
    private final Set<String> settled = new LinkedHashSet<>();
    private final Set<UnreadableItem> complained = new HashSet<>();

    /** At first true: the instance before may have complained. */
    private boolean complaining = true;

    private boolean readsRefused;
    private boolean streamRefused;
    private Optional<String> lostStream = Optional.of("not connected yet");
    private Optional<String> failure = Optional.empty();
    private Optional<String> unread = Optional.empty();
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
        this.readsRefused = !wasAuthenticated;
    }

    void connected() {
        lostStream = Optional.empty();
        unsubscribed();
        accepted(() -> streamRefused = false);
    }

    /** @param keyRefused whether the exchange refused our key */
    void disconnected(String reason, boolean keyRefused) {
        lostStream = Optional.of(reason);
        unsubscribed();
        if (keyRefused) {
            refused("the stream: " + reason, () -> streamRefused = true);
        }
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
        now.ifPresent(ids -> settled.add(SUBSCRIPTION_REFUSED));
        return now.isPresent();
    }

    void read(Reading reading) {
        accepted(() -> readsRefused = false);
        failure.ifPresent(reason -> LOG.infof("Reads work again after reason='%s'", reason));
        failure = Optional.empty();
        reading.unreadable().stream().filter(complained::add).forEach(this::complain);
        if (!reading.request().scope().isComplete()) {
            return;
        }
        unread = reading.unreadable().stream()
                .findFirst()
                .map(item -> reading.unreadable().size() + " of its items, the first in " + item.list() + ": "
                        + item.reason());
        if (!reading.confirms()) {
            return;
        }
        if (reading.request().scope() == ReadScope.WHOLE && complaining) {
            complaining = false;
            complained.clear();
            settled.add(ITEM_UNREADABLE);
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
        if (failed.refused()) {
            refused("a read: " + failed.reason(), () -> readsRefused = true);
        }
    }

    void refused(String channel, int code, String message) {
        LOG.errorf("The exchange refuses a subscription channel=%s code=%d message='%s'", channel, code, message);
        notices.add(new Notice(
                Severity.CRITICAL,
                SUBSCRIPTION_REFUSED,
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
                settled.add(ACCOUNT_STALE);
            }
            if (calledStale && confirmedNanos.isPresent()) {
                notices.add(new Notice(
                        Severity.WARNING, ACCOUNT_STALE, "Account data is stale", Map.of("reason", reason.get())));
            }
        }
        return new SyncState(
                isAuthenticated(),
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
                isAuthenticated(),
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

    /** Codes of notices whose cause is gone since the last call. */
    Set<String> takeSettled() {
        Set<String> taken = Set.copyOf(settled);
        settled.clear();
        return taken;
    }

    private boolean isAuthenticated() {
        return !readsRefused && !streamRefused;
    }

    private void accepted(Runnable change) {
        boolean before = isAuthenticated();
        change.run();
        if (!before && isAuthenticated()) {
            LOG.info("The exchange accepts our key again");
            settled.add(AUTHENTICATION_FAILED);
        }
    }

    /** Told once, by reads or the stream, until both are accepted again. */
    private void refused(String what, Runnable change) {
        boolean before = isAuthenticated();
        change.run();
        if (before) {
            LOG.errorf("The exchange refuses our key for %s", what);
            notices.add(new Notice(
                    Severity.CRITICAL,
                    AUTHENTICATION_FAILED,
                    "The exchange refuses our key; the account is not kept up to date until it accepts one",
                    Map.of("reason", what)));
        }
    }

    private void complain(UnreadableItem item) {
        complaining = true;
        LOG.errorf("Item cannot be read list=%s id=%s reason='%s'", item.list(), item.id(), item.reason());
        notices.add(new Notice(
                Severity.CRITICAL,
                ITEM_UNREADABLE,
                "The exchange tells something of our account that cannot be read; it is not recorded",
                Map.of("list", item.list(), "id", item.id(), "reason", item.reason())));
    }

    private Optional<String> staleReason() {
        if (confirmedNanos.isEmpty()) {
            return Optional.of(because()
                    .map(reason -> "account cannot be read: " + reason)
                    .orElse("account has not been read since the start"));
        }
        if (lostStream.isPresent() && failure.isPresent()) {
            return Optional.of(
                    "stream is lost (" + lostStream.get() + ") and account cannot be read: " + failure.get());
        }
        Duration age = Duration.ofNanos(clock.nanos() - confirmedNanos.get());
        if (age.compareTo(staleAfter) > 0) {
            return Optional.of("nothing was confirmed for " + age.toSeconds() + " s"
                    + because().map(reason -> ": " + reason).orElse(""));
        }
        return Optional.empty();
    }

    private Optional<String> because() {
        return failure.or(() -> unread);
    }

    private void unsubscribed() {
        subscriptions = Optional.empty();
        subscribedSince = Optional.empty();
    }
}
