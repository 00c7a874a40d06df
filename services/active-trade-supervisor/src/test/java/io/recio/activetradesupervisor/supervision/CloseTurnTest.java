package io.recio.activetradesupervisor.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.activetradesupervisor.supervision.CloseTurn.Asked;
import io.recio.domain.time.SystemTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CloseTurnTest {

    private static final SystemTime AT = SystemTime.of(Instant.parse("2026-11-22T16:50:00Z"));
    private static final Asked WAITING = new Asked(false, false, Optional.empty());
    private static final Asked DENIED = new Asked(false, false, Optional.of(AT));
    private static final Asked PLACED = new Asked(false, true, Optional.of(AT));

    @Test
    void asksOnceAndWaitsForTheAnswer() {
        assertThat(next(List.of(), 0, 0)).hasValue(1);
        assertThat(next(List.of(WAITING), 0, 60_000)).isEmpty();
    }

    @Test
    void asksAgainLaterAfterEachDenial() {
        assertThat(next(List.of(DENIED), 0, 499)).isEmpty();
        assertThat(next(List.of(DENIED), 0, 500)).hasValue(2);
        assertThat(next(List.of(DENIED, DENIED), 0, 999)).isEmpty();
        assertThat(next(List.of(DENIED, DENIED), 0, 1000)).hasValue(3);
        assertThat(next(List.of(PLACED, DENIED), 1, 500)).hasValue(3);
    }

    @Test
    void leavesACloseThatIsUnderWayToTheManager() {
        assertThat(next(List.of(PLACED), 0, 60_000))
                .as("placed, but we have not read that yet")
                .isEmpty();
        assertThat(next(List.of(PLACED), 1, 0))
                .as("it is over, and the trade is open again")
                .hasValue(2);
    }

    @Test
    void doesNotWaitToSayThatItHasBecomeAnEmergency() {
        assertThat(CloseTurn.next(List.of(DENIED), 0, true, AT)).hasValue(2);
        Asked emergency = new Asked(true, false, Optional.of(AT));
        assertThat(CloseTurn.next(List.of(DENIED, emergency), 0, true, AT)).isEmpty();
        assertThat(CloseTurn.next(List.of(WAITING), 0, true, AT)).isEmpty();
    }

    private static OptionalInt next(List<Asked> asked, int closes, long millis) {
        return CloseTurn.next(asked, closes, false, AT.plus(Duration.ofMillis(millis)));
    }
}
