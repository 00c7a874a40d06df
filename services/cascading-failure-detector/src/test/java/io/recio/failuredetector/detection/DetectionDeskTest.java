package io.recio.failuredetector.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.recio.domain.health.IncidentLevel;
import io.recio.failuredetector.DetectorConfig;
import io.recio.failuredetector.incident.JournalEntry;
import io.recio.failuredetector.incident.JournalEntry.AlertRaised;
import io.recio.failuredetector.incident.JournalEntry.IncidentClosed;
import io.recio.failuredetector.incident.JournalEntry.IncidentOpened;
import io.recio.failuredetector.incident.JournalEntry.RemedyDecided;
import io.recio.failuredetector.incident.JournalEntry.RemedyEnded;
import io.recio.failuredetector.observation.FakeHouse;
import io.recio.failuredetector.policy.PolicyInForce;
import io.recio.failuredetector.request.RequestStore;
import io.recio.failuredetector.request.SystemRequest;
import io.recio.failuredetector.request.SystemRequest.Kind;
import io.recio.storage.DatabaseUnavailable;
import io.recio.storage.system.AlertStore.Severity;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectionDeskTest {

    private static final String BTC = "symbol-price-watchdog-btc";
    private static final String ETH = "symbol-price-watchdog-eth";
    private static final String COORDINATOR = "unified-production-coordinator";
    private static final DetectorConfig CONFIG = new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .addDiscoveredConverters()
            .withMapping(DetectorConfig.class)
            .build()
            .getConfigMapping(DetectorConfig.class);

    private static final PolicyInForce POLICY = new PolicyInForce(CONFIG);

    @TempDir
    Path directory;

    private final FakeHouse house = new FakeHouse();
    private final List<JournalEntry> journal = new ArrayList<>();
    private final List<JournalEntry> announced = new ArrayList<>();
    private final Map<SystemRequest, String> answers = new LinkedHashMap<>();
    private final RequestStore requests = new RequestStore() {
        @Override
        public List<SystemRequest> open() {
            return answers.entrySet().stream()
                    .filter(each -> each.getValue().isEmpty())
                    .map(Map.Entry::getKey)
                    .toList();
        }

        @Override
        public void answer(UUID request, boolean done, String answer) {
            answers.replaceAll((each, before) ->
                    each.id().equals(request) && before.isEmpty() ? (done ? "done: " : "refused: ") + answer : before);
        }
    };

    private FileDetectorMemory memory;
    private DetectionDesk desk;

    @BeforeEach
    void watchForAWhile() {
        start();
        pass(5);
    }

    @Test
    void restartsOnlyTheSilentPriceWatchdogBehindAStaleTable() {
        house.service(BTC).stuck("tick").stuck("commit");
        house.service(COORDINATOR).stuck("strike_table_btc");
        house.service("auto-entry-supervisor").stuck("evaluation");
        pass(40);
        assertThat(restarted()).containsExactly(BTC);
        IncidentOpened incident = only(IncidentOpened.class);
        assertThat(incident.rootCause()).isEqualTo(BTC);
        assertThat(incident.level()).isEqualTo(IncidentLevel.CRITICAL);
        assertThat(incident.symptoms())
                .containsEntry(BTC, "UNWELL NO_CORRECT_RESULT late=[commit, tick]")
                .containsEntry(COORDINATOR, "UNWELL NO_CORRECT_RESULT late=[strike_table_btc]");
        assertThat(all(RemedyDecided.class))
                .filteredOn(remedy -> !remedy.withheld())
                .extracting(RemedyDecided::service, RemedyDecided::instance, RemedyDecided::reason)
                .containsExactly(tuple(BTC, Optional.of(BTC + "-0"), "NO_CORRECT_RESULT"));
        assertThat(all(RemedyDecided.class))
                .filteredOn(remedy -> remedy.service().equals(COORDINATOR))
                .extracting(RemedyDecided::reason, RemedyDecided::incident)
                .startsWith(tuple("DEPENDENCY_UNWELL: " + BTC, Optional.of(incident.incident())));
        house.service(COORDINATOR).recovered();
        house.service("auto-entry-supervisor").recovered();
        pass(60);
        assertThat(restarted()).containsExactly(BTC);
        assertThat(only(IncidentClosed.class).incident()).isEqualTo(incident.incident());
    }

    @Test
    void writesOneRowForAsLongAsTheReasonStaysTheSame() {
        house.service(BTC).stuck("tick").forGood();
        house.service(COORDINATOR).stuck("strike_table_btc").forGood();
        pass(30);
        assertThat(all(RemedyDecided.class))
                .extracting(RemedyDecided::service, RemedyDecided::reason)
                .containsExactly(
                        tuple(BTC, "PATIENCE: may recover by itself"),
                        tuple(COORDINATOR, "DEPENDENCY_UNWELL: " + BTC),
                        tuple(BTC, "NO_CORRECT_RESULT"));
    }

    @Test
    void backsOffThenGivesUpAndAlerts() {
        house.service("main-app").stuck("stream").forGood();
        pass(3_600);
        assertThat(house.restarts).hasSize(6).allMatch(restart -> restart.startsWith("main-app "));
        List<Integer> waits = new ArrayList<>();
        for (int i = 1; i < 6; i++) {
            waits.add(second(i) - second(i - 1));
        }
        assertThat(waits).containsExactly(75, 120, 240, 480, 900);
        assertThat(all(AlertRaised.class))
                .extracting(AlertRaised::code)
                .contains("SERVICE_GIVEN_UP")
                .containsOnlyOnce("INCIDENT");
        assertThat(all(RemedyEnded.class))
                .extracting(RemedyEnded::outcome)
                .contains("still UNWELL NO_CORRECT_RESULT late=[stream]");
    }

    @Test
    void endsAFrozenInstanceEvenWhileAnOrderIsInDoubtOnceItsLeaseHasExpired() {
        house.orderInDoubt = true;
        house.service("trade-executor").freeze();
        pass(30);
        assertThat(restarted()).containsExactly("trade-executor");
        assertThat(all(RemedyDecided.class))
                .filteredOn(remedy -> !remedy.withheld())
                .extracting(RemedyDecided::reason)
                .containsExactly("HEARTBEAT_MISSED");
        pass(10);
        assertThat(all(RemedyEnded.class)).extracting(RemedyEnded::outcome).contains("well again");
    }

    @Test
    void restartsNothingWhileTheDatabaseIsDownAndDecidesAgainWhenItIsBack() {
        house.databaseUp = false;
        house.service("main-app").stuck("stream");
        house.service("trade-manager").stuck("bookkeeping");
        pass(300);
        assertThat(house.restarts).isEmpty();
        assertThat(journal).isEmpty();
        house.databaseUp = true;
        house.service("trade-manager").recovered();
        pass(1);
        assertThat(only(IncidentOpened.class).rootCause()).isEqualTo("database");
        assertThat(all(RemedyDecided.class))
                .filteredOn(remedy -> remedy.reason().startsWith("FOUNDATION_DOWN"))
                .extracting(RemedyDecided::service, RemedyDecided::reason, RemedyDecided::withheld)
                .containsExactlyInAnyOrder(
                        tuple("main-app", "FOUNDATION_DOWN: DATABASE", true),
                        tuple("trade-manager", "FOUNDATION_DOWN: DATABASE", true));
        assertThat(only(IncidentClosed.class).incident())
                .isEqualTo(only(IncidentOpened.class).incident());
        pass(20);
        assertThat(restarted()).containsExactly("main-app");
    }

    @Test
    void takesADatabaseThatCannotCommitForOneThatIsDown() {
        house.commit = Duration.ofMillis(2_001);
        house.service("main-app").stuck("stream");
        pass(60);
        assertThat(house.restarts).isEmpty();
        house.commit = Duration.ofMillis(2_000);
        pass(1);
        assertThat(only(IncidentOpened.class).symptoms()).containsEntry("database", "commit took 2001 ms");
    }

    @Test
    void blamesCoinbaseWhenNoPriceWatchdogHearsIt() {
        house.service(BTC).stuck("tick");
        house.service(ETH).stuck("tick");
        pass(120);
        assertThat(house.restarts).isEmpty();
        assertThat(only(IncidentOpened.class).rootCause()).isEqualTo("coinbase");
        house.service(BTC).recovered();
        pass(14);
        house.service(ETH).recovered();
        pass(60);
        assertThat(house.restarts).isEmpty();
    }

    @Test
    void blamesKalshiOnTheWordOfTheApiWatchdog() {
        house.kalshiReachable = false;
        house.service("kalshi-api-watchdog").stuck("books");
        house.service("kalshi-account-sync").stuck("account");
        pass(120);
        assertThat(house.restarts).isEmpty();
        assertThat(only(IncidentOpened.class).rootCause()).isEqualTo("kalshi");
    }

    @Test
    void leavesWhatHasExitedToTheRuntime() {
        house.service("main-app").exit();
        pass(60);
        assertThat(house.restarts).isEmpty();
        assertThat(only(IncidentOpened.class).rootCause()).isEqualTo("main-app");
        assertThat(all(RemedyDecided.class))
                .extracting(RemedyDecided::reason)
                .containsExactly("RUNTIME_RESTARTS_IT: no instance runs");
    }

    @Test
    void goesOnFromItsFileAfterItsOwnRestart() {
        house.databaseUp = false;
        house.service("main-app").stuck("stream");
        pass(10);
        house.databaseUp = true;
        pass(20);
        assertThat(house.restarts).hasSize(1);
        house.service("main-app").stuck("stream").forGood();
        start();
        pass(60);
        assertThat(house.restarts).as("the backoff is remembered").hasSize(1);
        pass(40);
        assertThat(house.restarts).hasSize(2);
    }

    @Test
    void keepsWhatTheDatabaseHasNotGotThroughItsOwnRestart() {
        house.databaseUp = false;
        pass(5);
        start();
        house.databaseUp = true;
        pass(1);
        assertThat(only(IncidentOpened.class).rootCause()).isEqualTo("database");
    }

    @Test
    void carriesOutARestartThatIsAskedForAndAnswersOnceItIsWell() {
        SystemRequest request = ask(Kind.RESTART, "main-app", null);
        pass(1);
        assertThat(restarted()).containsExactly("main-app");
        assertThat(answers).containsEntry(request, "");
        pass(2);
        assertThat(answers).containsEntry(request, "done: 1 restarted");
        assertThat(only(RemedyDecided.class).reason()).isEqualTo("REQUESTED: by ada, tired of it");
        assertThat(only(RemedyEnded.class).outcome()).isEqualTo("1 restarted");
    }

    @Test
    void refusesWhatIsUnknownOrUnwise() {
        house.orderInDoubt = true;
        SystemRequest unknown = ask(Kind.RESTART, "trade-mangler", null);
        SystemRequest unnamed = ask(Kind.ROLL, null, null);
        SystemRequest doubt = ask(Kind.RESTART, "trade-executor", null);
        SystemRequest all = ask(Kind.RESTART_ALL, null, null);
        SystemRequest gone = ask(Kind.RESTART, "main-app", "main-app-9");
        pass(1);
        assertThat(house.restarts).isEmpty();
        assertThat(answers.get(unknown))
                .startsWith("refused: service must be one of [active-trade-supervisor, ")
                .endsWith("], was 'trade-mangler'");
        assertThat(answers.get(unnamed)).endsWith("was not named");
        assertThat(answers)
                .containsEntry(doubt, "refused: ORDER_IN_DOUBT: its lease has neither expired nor passed on")
                .containsEntry(all, "refused: ORDER_IN_DOUBT: everything is not restarted now")
                .containsEntry(gone, "refused: instance must be one that the runtime runs, was main-app-9");
    }

    @Test
    void endsADuplicateButNeverTheHolderOfTheNewestLease() {
        SystemRequest holder = ask(Kind.END_DUPLICATE, "trade-manager", "trade-manager-0");
        SystemRequest stranger = ask(Kind.END_DUPLICATE, "trade-manager", "by-hand");
        pass(1);
        assertThat(house.restarts).isEmpty();
        assertThat(answers)
                .containsEntry(holder, "refused: the newest lease wins, and trade-manager-0 holds it")
                .containsEntry(stranger, "refused: instance must be one that the runtime runs, was by-hand");
    }

    @Test
    void raisesOneAlertPerTestUnderTheRequestsOwnIdEvenWhileItRestartsAndWithoutARuntime() {
        ask(Kind.RESTART, "main-app", null);
        pass(1);
        SystemRequest test = ask(Kind.TEST_ALERT, null, null);
        house.runtimeUp = false;
        pass(1);
        SystemRequest again = ask(Kind.TEST_ALERT, null, null);
        pass(3);
        assertThat(all(AlertRaised.class).stream().filter(alert -> alert.code().equals("TEST_ALERT")))
                .containsExactly(
                        new AlertRaised(
                                test.id(),
                                Severity.INFO,
                                "TEST_ALERT",
                                "A test of the alerts, asked for by ada",
                                Map.of("reason", "tired of it")),
                        new AlertRaised(
                                again.id(),
                                Severity.INFO,
                                "TEST_ALERT",
                                "A test of the alerts, asked for by ada",
                                Map.of("reason", "tired of it")));
        assertThat(answers)
                .containsEntry(test, "done: the alert is raised and goes to every channel")
                .containsEntry(again, "done: the alert is raised and goes to every channel");
    }

    @Test
    void restartsEverythingInTheOrderOfDependenceOneAfterAnother() {
        SystemRequest request = ask(Kind.RESTART_ALL, null, null);
        pass(60);
        assertThat(restarted())
                .containsExactly(
                        "kalshi-account-sync",
                        "kalshi-api-watchdog",
                        "main-app",
                        BTC,
                        ETH,
                        "system-monitor",
                        "trade-executor",
                        "trade-manager",
                        COORDINATOR,
                        "active-trade-supervisor",
                        "auto-entry-supervisor");
        assertThat(house.restarts.stream().map(restart -> restart.split(" ")[1]).distinct())
                .as("never two at the same look")
                .hasSize(11);
        assertThat(answers).containsEntry(request, "done: 11 restarted");
    }

    @Test
    void finishesAfterItsOwnRestartWhatWasAskedFor() {
        SystemRequest request = ask(Kind.RESTART_ALL, null, null);
        pass(4);
        start();
        pass(60);
        assertThat(restarted()).hasSize(11).doesNotHaveDuplicates();
        assertThat(answers).containsEntry(request, "done: 11 restarted");
    }

    @Test
    void saysWhyTheRuntimeCouldNotRestart() {
        house.runtimeUp = false;
        SystemRequest request = ask(Kind.RESTART, "main-app", null);
        pass(5);
        assertThat(answers).containsEntry(request, "refused: the runtime must answer, it does not");
        assertThat(only(IncidentOpened.class).rootCause()).isEqualTo("runtime");
    }

    private void start() {
        if (memory != null) {
            memory.release();
        }
        memory = new FileDetectorMemory(directory);
        desk = new DetectionDesk(
                house.observer(CONFIG, POLICY),
                memory,
                this::write,
                requests,
                new Restarts(house),
                new DetectorMetrics(new SimpleMeterRegistry()),
                house.clock,
                POLICY,
                announced::addAll,
                house.instance("cascading-failure-detector"),
                UUID::randomUUID);
        desk.recover(memory.lead().orElseThrow());
    }

    private void pass(int seconds) {
        for (int second = 0; second < seconds; second++) {
            house.clock.advance(Duration.ofSeconds(1));
            desk.look();
        }
    }

    private void write(List<JournalEntry> entries) {
        if (!house.databaseUp) {
            throw new DatabaseUnavailable("down on purpose", new IllegalStateException());
        }
        journal.addAll(entries);
    }

    private SystemRequest ask(Kind kind, String service, String instance) {
        SystemRequest request = new SystemRequest(
                UUID.randomUUID(),
                kind,
                Optional.ofNullable(service),
                Optional.ofNullable(instance),
                "tired of it",
                "recio_main_app",
                Optional.of("ada"));
        answers.put(request, "");
        return request;
    }

    private List<String> restarted() {
        return house.restarts.stream().map(restart -> restart.split(" ")[0]).toList();
    }

    private int second(int restart) {
        return Integer.parseInt(house.restarts.get(restart).split(" ")[1]);
    }

    private <T extends JournalEntry> List<T> all(Class<T> type) {
        return journal.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private <T extends JournalEntry> T only(Class<T> type) {
        List<T> found = all(type);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
