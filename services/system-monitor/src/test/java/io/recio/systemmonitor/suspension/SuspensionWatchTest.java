package io.recio.systemmonitor.suspension;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.systemmonitor.MonitorConfig;
import io.recio.systemmonitor.suspension.SuspensionWatch.Step;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuspensionWatchTest {

    private static final MonitorConfig.Suspension CONFIG = new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(MonitorConfig.class)
            .build()
            .getConfigMapping(MonitorConfig.class)
            .suspension();
    private static final Optional<String> DOWN = Optional.of("trade-executor: no instance is active");

    private final SuspensionWatch watch = new SuspensionWatch(CONFIG, false);

    @Test
    void suspendsOnceACriticalFailureHasLasted() {
        assertThat(watch.look(DOWN, at(0))).isEqualTo(Step.NOTHING);
        assertThat(watch.look(DOWN, at(19))).isEqualTo(Step.NOTHING);
        assertThat(watch.look(DOWN, at(20))).isEqualTo(Step.SUSPEND);
        assertThat(watch.look(DOWN, at(25))).isEqualTo(Step.NOTHING);
    }

    @Test
    void forgivesAFailureThatPasses() {
        watch.look(DOWN, at(0));
        watch.look(Optional.empty(), at(5));
        assertThat(watch.look(DOWN, at(20))).isEqualTo(Step.NOTHING);
    }

    @Test
    void restoresWhenAllHasBeenWellForAWhile() {
        watch.look(DOWN, at(0));
        watch.look(DOWN, at(20));
        assertThat(watch.look(Optional.empty(), at(30))).isEqualTo(Step.NOTHING);
        assertThat(watch.look(Optional.empty(), at(59))).isEqualTo(Step.NOTHING);
        assertThat(watch.look(Optional.empty(), at(60))).isEqualTo(Step.RESTORE);
        assertThat(watch.look(Optional.empty(), at(200))).isEqualTo(Step.NOTHING);
    }

    @Test
    void countsAnewAfterAnotherFailure() {
        watch.look(DOWN, at(0));
        watch.look(DOWN, at(20));
        watch.look(Optional.empty(), at(30));
        watch.look(DOWN, at(50));
        watch.look(Optional.empty(), at(55));
        assertThat(watch.look(Optional.empty(), at(70))).isEqualTo(Step.NOTHING);
        assertThat(watch.look(Optional.empty(), at(85))).isEqualTo(Step.RESTORE);
    }

    @Test
    void restoresWhatAFormerInstanceSuspended() {
        SuspensionWatch taken = new SuspensionWatch(CONFIG, true);
        taken.look(Optional.empty(), at(0));
        assertThat(taken.look(Optional.empty(), at(30))).isEqualTo(Step.RESTORE);
    }

    private static long at(long seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }
}
