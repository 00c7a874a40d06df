package io.recio.localstack.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class LivenessWatchTest {

    private Optional<String> running = Optional.of("detector-1");
    private boolean answers = true;
    private int ended;

    private final LivenessWatch watch = new LivenessWatch(() -> running, () -> answers, () -> ended++);

    @Test
    void endsAnInstanceThatAnsweredAndThenMissedFourProbes() {
        watch.look();
        answers = false;
        look(3);
        assertThat(ended).isZero();

        watch.look();

        assertThat(ended).isEqualTo(1);
    }

    @Test
    void forgivesMissesOnceItAnswers() {
        watch.look();
        answers = false;
        look(3);
        answers = true;
        watch.look();
        answers = false;
        look(3);

        assertThat(ended).isZero();
    }

    @Test
    void leavesAnInstanceAloneThatIsStillStarting() {
        answers = false;

        look(20);

        assertThat(ended).isZero();
    }

    @Test
    void givesEveryNewInstanceItsStart() {
        watch.look();
        answers = false;
        look(3);
        running = Optional.of("detector-2");

        look(20);

        assertThat(ended).isZero();
    }

    @Test
    void missesNothingWhileNothingRuns() {
        watch.look();
        running = Optional.empty();
        answers = false;

        look(20);

        assertThat(ended).isZero();
    }

    private void look(int times) {
        for (int i = 0; i < times; i++) {
            watch.look();
        }
    }
}
