package io.recio.systemmonitor.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.recio.fixtures.FixedClock;
import io.recio.systemmonitor.Beats;
import io.recio.systemmonitor.service.ServiceHealth.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServiceJudgeTest {

    private static final String MANAGER = "trade-manager";

    private final FixedClock clock =
            new FixedClock(Instant.parse("2026-11-22T13:00:00Z"), Instant.parse("2026-11-22T13:00:00Z"));
    private final ServiceJudge judge = new ServiceJudge(Duration.ofSeconds(3), Duration.ofSeconds(60), clock);

    @BeforeEach
    void haveWatchedForAWhile() {
        clock.advance(Duration.ofSeconds(60));
    }

    @Test
    void findsAServiceHealthyWhoseActiveInstanceGivesResults() {
        ServiceHealth health = judge(Map.of("m-1", Readiness.READY), Beats.of(MANAGER, "m-1"));
        assertThat(health.state()).isEqualTo(State.HEALTHY);
        assertThat(health.reason()).isEmpty();
        assertThat(health.critical()).isTrue();
    }

    @Test
    void findsAServiceWithoutHeartbeatDown() {
        assertThat(judge(Map.of()))
                .isEqualTo(new ServiceHealth(MANAGER, State.DOWN, true, "no instance has a heartbeat", List.of()));
    }

    @Test
    void findsAServiceWhoseHeartHasStoppedDown() {
        ServiceHealth health =
                judge(Map.of("m-1", Readiness.READY), Beats.of(MANAGER, "m-1").aged(Duration.ofMillis(3_001)));
        assertThat(health.state()).isEqualTo(State.DOWN);
        assertThat(health.reason()).isEqualTo("no heartbeat within 3000 ms");
    }

    @Test
    void findsAServiceWithoutAnActiveInstanceDown() {
        ServiceHealth health =
                judge(Map.of("m-1", Readiness.READY), Beats.of(MANAGER, "m-1").standingBy());
        assertThat(health.state()).isEqualTo(State.DOWN);
        assertThat(health.reason()).isEqualTo("no instance is active");
    }

    @Test
    void namesTheFigureThatIsLate() {
        ServiceHealth health =
                judge(Map.of("m-1", Readiness.READY), Beats.of(MANAGER, "m-1").stuck());
        assertThat(health.state()).isEqualTo(State.DOWN);
        assertThat(health.isCriticalFailure()).isTrue();
        assertThat(health.reason()).isEqualTo("no correct result, late: table");
    }

    @Test
    void asksNoResultsOfAStandby() {
        ServiceHealth health = judge(
                Map.of("m-1", Readiness.READY, "m-2", Readiness.READY),
                Beats.of(MANAGER, "m-1"),
                Beats.of(MANAGER, "m-2").standingBy().stuck());
        assertThat(health.state()).isEqualTo(State.HEALTHY);
    }

    @Test
    void findsAServiceDegradedThatBeatsButDoesNotAnswer() {
        ServiceHealth health = judge(Map.of("m-1", Readiness.SILENT), Beats.of(MANAGER, "m-1"));
        assertThat(health.state()).isEqualTo(State.DEGRADED);
        assertThat(health.reason()).isEqualTo("m-1 is not ready");
        assertThat(health.isCriticalFailure()).isFalse();
    }

    @Test
    void countsTheScreenAsNotCritical() {
        assertThat(judge.judge(new TreeSet<>(List.of("main-app", "symbol-price-watchdog-sol")), List.of(), Map.of()))
                .extracting(ServiceHealth::service, ServiceHealth::critical, ServiceHealth::isCriticalFailure)
                .containsExactly(tuple("main-app", false, false), tuple("symbol-price-watchdog-sol", true, true));
    }

    @Test
    void measuresProcessorTimeBetweenTwoLooks() {
        Map<String, Readiness> answers = Map.of("m-1", Readiness.READY);
        assertThat(judge(answers, Beats.of(MANAGER, "m-1").used(1_000))
                        .instances()
                        .getFirst()
                        .cpuPercent())
                .isEqualTo(OptionalDouble.empty());
        clock.advance(Duration.ofSeconds(15));
        assertThat(judge(answers, Beats.of(MANAGER, "m-1").used(2_500))
                        .instances()
                        .getFirst()
                        .cpuPercent())
                .isEqualTo(OptionalDouble.of(10.0));
    }

    @Test
    void givesANewInstanceItsTime() {
        ServiceHealth health = judge(
                Map.of("m-1", Readiness.READY),
                Beats.of(MANAGER, "m-1").stuck().startedAfter(Duration.ofSeconds(3_601)));
        assertThat(health.state()).isEqualTo(State.STARTING);
        assertThat(health.isCriticalFailure()).isFalse();
    }

    @Test
    void givesEveryoneTimeWhenItHasOnlyJustBegun() {
        ServiceJudge fresh = new ServiceJudge(Duration.ofSeconds(3), Duration.ofSeconds(60), clock);
        clock.advance(Duration.ofSeconds(59));
        assertThat(fresh.judge(new TreeSet<>(List.of(MANAGER)), List.of(), Map.of()))
                .extracting(ServiceHealth::state)
                .containsExactly(State.STARTING);
        clock.advance(Duration.ofSeconds(1));
        assertThat(fresh.judge(new TreeSet<>(List.of(MANAGER)), List.of(), Map.of()))
                .extracting(ServiceHealth::state)
                .containsExactly(State.DOWN);
    }

    private ServiceHealth judge(Map<String, Readiness> answers, Beats... beats) {
        return judge.judge(
                        new TreeSet<>(List.of(MANAGER)),
                        List.of(beats).stream().map(Beats::beat).toList(),
                        answers)
                .getFirst();
    }
}
