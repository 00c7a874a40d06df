package io.recio.domain.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.price.Momentum;
import io.recio.domain.time.BusinessTime;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpikeAlertTest {

    private static final SpikeSettings SETTINGS = SpikeSettings.DEFAULT;
    private static final BusinessTime START = BusinessTime.parse("2026-11-22T16:00:00Z");

    /** Calm for a quarter of an hour: not paused. */
    private static final SpikeAlert CALM = new SpikeAlert(Optional.empty(), Optional.of(START));

    @Test
    void pausesOnASpikeAndResumesAfterTheFullCountdownOfCalm() {
        SpikeAlert spiked = CALM.after(second(1), new Momentum(0.37), SETTINGS);
        assertThat(spiked.remaining(second(1), SETTINGS)).isEqualTo(Duration.ofSeconds(900));

        SpikeAlert again =
                spiked.after(second(2), new Momentum(0.29), SETTINGS).after(second(3), new Momentum(0.31), SETTINGS);
        assertThat(again.remaining(second(3), SETTINGS)).isEqualTo(Duration.ofSeconds(900));

        SpikeAlert calming = again;
        for (int at = 4; at <= 903; at++) {
            calming = calming.after(second(at), new Momentum(0.29), SETTINGS);
            assertThat(calming.remaining(second(at), SETTINGS)).isEqualTo(Duration.ofSeconds(903 - at));
        }
    }

    @Test
    void pausesOnAFallAsOnARise() {
        assertThat(CALM.after(second(1), new Momentum(-0.36), SETTINGS).remaining(second(1), SETTINGS))
                .isEqualTo(Duration.ofMinutes(15));
        assertThat(CALM.after(second(1), new Momentum(-0.3599), SETTINGS).remaining(second(1), SETTINGS))
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void looksAtTheLowerThresholdOnlyWhilePaused() {
        assertThat(CALM.after(second(1), new Momentum(0.35), SETTINGS).remaining(second(1), SETTINGS))
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void countsUnseenSecondsAsHot() {
        assertThat(CALM.remaining(second(5), SETTINGS)).isEqualTo(Duration.ZERO);
        assertThat(CALM.remaining(second(6), SETTINGS)).isEqualTo(Duration.ofMinutes(15));
        SpikeAlert afterGap = CALM.after(second(60), new Momentum(0.01), SETTINGS);
        assertThat(afterGap.lastHot()).contains(second(60));
        assertThat(afterGap.remaining(second(61), SETTINGS)).isEqualTo(Duration.ofSeconds(899));
    }

    @Test
    void takesTheReadingsOfThePriceLogAsProofOfCalm() {
        SpikeAlert proven = CALM;
        for (int at = 1; at <= 60; at++) {
            proven = proven.after(second(at), new Momentum(0.01), SETTINGS);
        }
        assertThat(proven.remaining(second(60), SETTINGS)).isEqualTo(Duration.ZERO);
    }

    @Test
    void startsPausedUntilOneCooldownOfReadingsHasBeenFed() {
        assertThat(SpikeAlert.UNSEEN.remaining(START, SETTINGS)).isEqualTo(Duration.ofMinutes(15));
        SpikeAlert fed = SpikeAlert.UNSEEN;
        for (int at = 0; at <= 900; at++) {
            fed = fed.after(second(at), new Momentum(0.01), SETTINGS);
        }
        assertThat(fed.remaining(second(900), SETTINGS)).isEqualTo(Duration.ZERO);
    }

    @Test
    void survivesARestartAsItsTwoTimes() {
        SpikeAlert spiked = CALM.after(second(1), new Momentum(0.40), SETTINGS);
        SpikeAlert loaded = new SpikeAlert(spiked.lastHot(), spiked.seenUntil());
        assertThat(loaded.after(second(3), new Momentum(0.1), SETTINGS).remaining(second(3), SETTINGS))
                .isEqualTo(Duration.ofSeconds(898));
    }

    @Test
    void ignoresReadingsThatComeLate() {
        SpikeAlert seen = CALM.after(second(2), new Momentum(0.1), SETTINGS);
        assertThat(seen.after(second(1), new Momentum(0.9), SETTINGS)).isEqualTo(seen);
    }

    @Test
    void neverPausesWhenSwitchedOff() {
        SpikeSettings off = new SpikeSettings(false, 36, 30, 15);
        assertThat(SpikeAlert.UNSEEN.remaining(START, off)).isEqualTo(Duration.ZERO);
    }

    private static BusinessTime second(int second) {
        return START.plus(Duration.ofSeconds(second));
    }
}
