package io.recio.systemmonitor.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.systemmonitor.Beats;
import io.recio.systemmonitor.service.Beat;
import io.recio.systemmonitor.service.Lease;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DuplicateRulesTest {

    private static final String MANAGER = "trade-manager";

    @Test
    void findsNothingWhereEachServiceHasItsReplicas() {
        assertThat(find(
                        2,
                        new Lease("m-1", 1),
                        Beats.of(MANAGER, "m-1"),
                        Beats.of(MANAGER, "m-2").standingBy()))
                .isEmpty();
    }

    @Test
    void findsTheInstanceThatIsActiveInAnOlderEpoch() {
        assertThat(find(
                        2,
                        new Lease("m-2", 8),
                        Beats.of(MANAGER, "m-1").epoch(7),
                        Beats.of(MANAGER, "m-2").epoch(8)))
                .containsExactly(new Duplicate(MANAGER, "m-1", "active in epoch 7, the newest lease has 8"));
    }

    @Test
    void findsTheSurplusStandbyAndNeverTheHolderOfTheLease() {
        assertThat(find(
                        1,
                        new Lease("m-2", 8),
                        Beats.of(MANAGER, "m-1").standingBy(),
                        Beats.of(MANAGER, "m-2").epoch(8).startedAfter(Duration.ofMinutes(5))))
                .containsExactly(new Duplicate(MANAGER, "m-1", "2 instances live, 1 are configured"));
    }

    @Test
    void endsTheLatestComerFirst() {
        assertThat(find(
                        2,
                        new Lease("m-1", 1),
                        Beats.of(MANAGER, "m-1"),
                        Beats.of(MANAGER, "m-2").standingBy(),
                        Beats.of(MANAGER, "m-3").standingBy().startedAfter(Duration.ofMinutes(1))))
                .extracting(Duplicate::instance)
                .containsExactly("m-3");
    }

    @Test
    void countsOneOfAnOlderEpochOnce() {
        assertThat(find(
                        1,
                        new Lease("m-2", 8),
                        Beats.of(MANAGER, "m-1").epoch(7),
                        Beats.of(MANAGER, "m-2").epoch(8)))
                .hasSize(1);
    }

    @Test
    void takesTheNewestActiveEpochWhereThereIsNoLease() {
        List<Beat> live = List.of(
                Beats.of("cascading-failure-detector", "d-1").epoch(3).beat(),
                Beats.of("cascading-failure-detector", "d-2").epoch(4).beat());
        assertThat(DuplicateRules.find(live, Map.of(), service -> 1))
                .containsExactly(new Duplicate(
                        "cascading-failure-detector", "d-1", "active in epoch 3, the newest lease has 4"));
    }

    private static List<Duplicate> find(int replicas, Lease lease, Beats... beats) {
        return DuplicateRules.find(
                List.of(beats).stream().map(Beats::beat).toList(), Map.of(MANAGER, lease), service -> replicas);
    }
}
