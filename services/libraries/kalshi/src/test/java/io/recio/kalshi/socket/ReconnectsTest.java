package io.recio.kalshi.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReconnectsTest {

    private static final SocketSettings SETTINGS = SocketSettings.DEFAULT;

    private final Reconnects reconnects = new Reconnects(SETTINGS, new Random(7));

    @Test
    void doublesThePauseUpToTheLongestAndSpreadsIt() {
        long[] most = {250, 500, 1000, 2000, 4000, 8000, 15_000, 15_000};

        for (long millis : most) {
            assertThat(reconnects.pause(0)).isBetween(Duration.ofMillis(millis / 2), Duration.ofMillis(millis));
        }
    }

    @Test
    void forgetsFailuresAfterAGoodConnection() {
        reconnects.pause(0);
        reconnects.pause(0);
        reconnects.opened(0);

        assertThat(reconnects.pause(Duration.ofSeconds(10).toNanos())).isLessThanOrEqualTo(Duration.ofMillis(250));
    }

    @Test
    void remembersFailuresAfterAShortConnection() {
        reconnects.pause(0);
        reconnects.pause(0);
        reconnects.opened(0);

        assertThat(reconnects.pause(Duration.ofSeconds(9).toNanos())).isGreaterThanOrEqualTo(Duration.ofMillis(500));
    }
}
