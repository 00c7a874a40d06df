package io.recio.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recio.localstack.refusal.Refused;
import io.recio.storage.system.Mode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
    private static final Path DATA = Path.of("/tmp/data");
    private static final Optional<PriceSpan> RECORDING =
            Optional.of(new PriceSpan(Instant.parse("2023-03-13T00:05:00Z"), Instant.parse("2023-03-15T00:00:00Z")));

    @Test
    void startsGeneratedPricesNow() {
        assertThat(Timeline.anchor(generated(30), null, Optional.empty(), Optional.empty(), NOW))
                .isEqualTo(new ClockAnchor(NOW, NOW, 30));
    }

    @Test
    void startsARecordingAnHourAfterItsFirstFullHour() {
        assertThat(Timeline.anchor(recorded(null), null, Optional.empty(), RECORDING, NOW))
                .isEqualTo(new ClockAnchor(Instant.parse("2023-03-13T02:00:00Z"), NOW, 1));
    }

    @Test
    void goesOnWhereTheSamePricesEnded() {
        Instant newest = Instant.parse("2026-11-22T19:30:00.250Z");

        assertThat(Timeline.anchor(
                        generated(1), new Timeline.Source("generated", 1), Optional.of(newest), Optional.empty(), NOW))
                .isEqualTo(new ClockAnchor(Instant.parse("2026-11-22T19:30:01Z"), NOW, 1));
    }

    @Test
    void refusesOtherPricesThatStartBeforeTheNewestRow() {
        assertThatThrownBy(() -> Timeline.anchor(
                        recorded(null), new Timeline.Source("generated", 1), Optional.of(NOW), RECORDING, NOW))
                .isInstanceOf(Refused.class)
                .hasMessage("data directory /tmp/data already holds 2026-11-22T15:00:00Z and cannot start earlier, at"
                        + " 2023-03-13T02:00:00Z; name another --data, or 'recio down' and delete it");
    }

    @Test
    void refusesAStartBeforeTheNewestRowEvenOnTheSamePrices() {
        Instant newest = Instant.parse("2023-03-13T15:00:00Z");

        assertThatThrownBy(() -> Timeline.anchor(
                        recorded(newest.minusSeconds(1)),
                        new Timeline.Source("recorded", 1),
                        Optional.of(newest),
                        RECORDING,
                        NOW))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("already holds 2023-03-13T15:00:00Z");
    }

    @Test
    void refusesAStartOutsideTheRecording() {
        assertThatThrownBy(() -> Timeline.anchor(
                        recorded(Instant.parse("2023-03-16T00:00:00Z")), null, Optional.empty(), RECORDING, NOW))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("recorded prices reach from 2023-03-13T00:05:00Z to 2023-03-15T00:00:00Z");
    }

    @Test
    void refusesRealTimeOnADirectoryFromTheFuture() {
        StackOptions live = new StackOptions(
                Mode.LIVE,
                "mine",
                1,
                DATA,
                "generated",
                1,
                null,
                null,
                false,
                StackShape.WHOLE,
                "key",
                Path.of("/tmp/key.pem"));

        assertThatThrownBy(() -> Timeline.anchor(live, null, Optional.of(NOW.plusSeconds(3600)), Optional.empty(), NOW))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("already holds 2026-11-22T16:00:00Z");
    }

    @Test
    void readsTheSpanOfACsvRecording() {
        String csv = """
                open_time,open,high,low,close,volume
                2023-03-06 00:00:00+00:00,1,1,1,1,1
                2023-03-06 00:01:00+00:00,1,1,1,1,1
                """;

        assertThat(PriceSpan.read("btc.csv", csv.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new PriceSpan(Instant.parse("2023-03-06T00:00:00Z"), Instant.parse("2023-03-06T00:01:00Z")));
    }

    @Test
    void refusesAFileWithoutBars() {
        assertThatThrownBy(() -> PriceSpan.read("btc.csv", new byte[0]))
                .isInstanceOf(Refused.class)
                .hasMessage("price file must hold one-minute CSV or five-minute JSON bars, was not: btc.csv");
    }

    private static StackOptions generated(int speed) {
        return new StackOptions(
                Mode.SIMULATED,
                "simulated",
                speed,
                DATA,
                "generated",
                1,
                null,
                null,
                false,
                StackShape.WHOLE,
                null,
                null);
    }

    private static StackOptions recorded(@Nullable Instant start) {
        return new StackOptions(
                Mode.SIMULATED, "simulated", 1, DATA, "recorded", 1, start, null, false, StackShape.WHOLE, null, null);
    }
}
