package io.recio.mainapp.stream;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.recio.domain.time.SystemClock;
import io.recio.mainapp.MainAppConfig;
import io.recio.mainapp.login.Sessions;
import io.recio.servicekit.Freshness;
import io.recio.servicekit.FunctionalHealth;
import io.recio.storage.DatabaseUnavailable;
import io.recio.storage.json.DomainJson;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Reads each topic when it is due and tells the browsers that follow it what changed. */
@Singleton
class StreamHub {

    private static final Logger LOG = Logger.getLogger(StreamHub.class);

    private static final Duration LONGEST_WAIT = Duration.ofMillis(250);
    private static final Duration SESSION_CHECK = Duration.ofSeconds(5);
    private static final Duration FIGURE_LIMIT = Duration.ofSeconds(10);

    /** Heartbeats and sources announce nothing; their age is what is shown. */
    private static final Set<Topic> BY_AGE = EnumSet.of(Topic.SERVICES, Topic.SOURCES);

    private static final Duration AGE_PERIOD = Duration.ofSeconds(1);

    private final Map<Topic, TopicSource> sources = new EnumMap<>(Topic.class);
    private final Map<Topic, TopicState> states = new EnumMap<>(Topic.class);
    private final Map<Topic, Long> readAt = new EnumMap<>(Topic.class);
    private final Map<StreamClient, Subscription> subscriptions = new HashMap<>();
    private final Map<StreamClient, Set<Topic>> owed = new HashMap<>();

    private final Map<String, StreamClient> clients = new ConcurrentHashMap<>();
    private final Set<Topic> news = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<Runnable> inbox = new ConcurrentLinkedQueue<>();
    private final Semaphore wakeups = new Semaphore(0);

    private final DatabasePulse pulse;
    private final Sessions sessions;
    private final SystemClock clock;
    private final MainAppConfig.Stream config;
    private final Freshness figure;
    private final Thread thread;

    private volatile boolean stopping;
    private boolean databaseAway;
    private long sessionsCheckedAt;

    StreamHub(
            @All List<TopicSource> sources,
            NotificationFeed feed,
            DatabasePulse pulse,
            Sessions sessions,
            SystemClock clock,
            MainAppConfig config,
            FunctionalHealth health) {
        this.pulse = pulse;
        this.sessions = sessions;
        this.clock = clock;
        this.config = config.stream();
        this.figure = health.figure("stream", FIGURE_LIMIT);
        this.sessionsCheckedAt = clock.nanos();
        this.thread = Thread.ofPlatform().name("stream").daemon().unstarted(this::run);
        sources.forEach(source -> this.sources.put(source.topic(), source));
        for (Topic topic : Topic.values()) {
            states.put(topic, new TopicState());
            topic.channels()
                    .forEach(channel -> feed.follow(channel, () -> {
                        news.add(topic);
                        wakeups.release();
                    }));
        }
        pulse.follow(this::beat);
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        wakeups.release();
    }

    void opened(StreamClient client) {
        clients.put(client.id(), client);
        sendBeat(client);
    }

    void closed(String clientId) {
        StreamClient client = clients.remove(clientId);
        if (client != null) {
            post(() -> {
                subscriptions.remove(client);
                owed.remove(client);
            });
        }
    }

    /** Everything followed is sent whole, then its changes; an unreadable message ends the connection. */
    void received(String clientId, String text) {
        StreamClient client = clients.get(clientId);
        if (client == null) {
            return;
        }
        Optional<Subscription> subscription = Subscription.parse(text);
        if (subscription.isEmpty()) {
            client.refuse(now(), Subscription.EXPECTED);
            return;
        }
        post(() -> {
            subscriptions.put(client, subscription.get());
            owed.put(client, new HashSet<>(subscription.get().topics().keySet()));
        });
    }

    private void post(Runnable work) {
        inbox.add(work);
        wakeups.release();
    }

    private void run() {
        while (!stopping) {
            try {
                for (Runnable work = inbox.poll(); work != null; work = inbox.poll()) {
                    work.run();
                }
                dueTopics().forEach(this::readAndTell);
                closeEndedSessions();
                figure.good();
                databaseAway = false;
            } catch (DatabaseUnavailable e) {
                if (!databaseAway) {
                    LOG.infof("Stream waits for the database reason=%s", e.getMessage());
                }
                databaseAway = true;
            } catch (RuntimeException e) {
                LOG.errorf(e, "Stream failed, going on");
            }
            await();
        }
    }

    private Set<Topic> dueTopics() {
        var due = EnumSet.noneOf(Topic.class);
        for (Topic topic : sources.keySet()) {
            if (isFollowed(topic) && isDue(topic)) {
                due.add(topic);
            }
        }
        return due;
    }

    private boolean isFollowed(Topic topic) {
        return subscriptions.values().stream().anyMatch(wanted -> wanted.follows(topic));
    }

    private boolean isDue(Topic topic) {
        Long last = readAt.get(topic);
        if (last == null) {
            return true;
        }
        long age = clock.nanos() - last;
        boolean wanted = news.contains(topic) || owed.values().stream().anyMatch(topics -> topics.contains(topic));
        Duration period = BY_AGE.contains(topic) ? AGE_PERIOD : config.safetyNet();
        return age >= period.toNanos() || wanted && age >= config.spacing().toNanos();
    }

    private void readAndTell(Topic topic) {
        news.remove(topic);
        readAt.put(topic, clock.nanos());
        TopicState state = states.get(topic);
        TopicState.Change change;
        try {
            change = state.replace(new LinkedHashMap<>(sources.get(topic).items()));
        } catch (RuntimeException e) {
            news.add(topic);
            throw e;
        }
        Instant at = now();
        Map<Set<String>, String> changes = new HashMap<>();
        subscriptions.forEach((client, wanted) -> {
            if (!wanted.follows(topic)) {
                return;
            }
            if (owed.getOrDefault(client, Set.of()).remove(topic)) {
                client.send(topic.text(), at, true, state.snapshot(key -> wanted.wants(topic, key)));
            } else if (!change.isEmpty()) {
                String data = changes.computeIfAbsent(
                        wanted.keys(topic), keys -> change.data(key -> wanted.wants(topic, key)));
                if (!data.isEmpty()) {
                    client.send(topic.text(), at, false, data);
                }
            }
        });
    }

    /** Logged out, or the session's time is over: then the feed ends too. */
    private void closeEndedSessions() {
        if (clients.isEmpty() || clock.nanos() - sessionsCheckedAt < SESSION_CHECK.toNanos()) {
            return;
        }
        sessionsCheckedAt = clock.nanos();
        var open = new ArrayList<>(clients.values());
        Set<String> alive = sessions.alive(open.stream()
                .map(client -> client.session().tokenHash())
                .distinct()
                .toList());
        open.stream()
                .filter(client -> !alive.contains(client.session().tokenHash()))
                .forEach(client -> client.close(StreamClient.SESSION_OVER, "session over"));
    }

    /** Waits for news; a topic that had to wait for its spacing is looked at again when that is over. */
    private void await() {
        long longest = LONGEST_WAIT.toNanos();
        if (!databaseAway) {
            var wanted = new HashSet<>(news);
            owed.values().forEach(wanted::addAll);
            for (Topic topic : wanted) {
                if (isFollowed(topic)) {
                    longest = Math.min(longest, untilSpaced(topic));
                }
            }
        }
        try {
            if (wakeups.tryAcquire(longest, TimeUnit.NANOSECONDS)) {
                wakeups.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    private long untilSpaced(Topic topic) {
        Long last = readAt.get(topic);
        return last == null ? 0 : Math.max(0, config.spacing().toNanos() - (clock.nanos() - last));
    }

    private void beat() {
        clients.values().forEach(this::sendBeat);
        wakeups.release();
    }

    /** Tells that we live, what the markets' time is, and whether the database is there. */
    private void sendBeat(StreamClient client) {
        var data = new LinkedHashMap<String, Object>();
        data.put("databaseAvailable", pulse.isAvailable());
        data.put("speed", pulse.speed());
        pulse.businessTime().ifPresent(time -> data.put("businessAt", time));
        client.send("beat", now(), false, DomainJson.write(data));
    }

    private Instant now() {
        return clock.now().instant();
    }
}
