package io.recio.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recio.localstack.refusal.Refused;
import io.recio.storage.system.Mode;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackOptionsTest {

    private static final Path DATA = Path.of("/tmp/data");

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 61})
    void refusesASpeedOutsideItsRange(int speed) {
        assertThatThrownBy(() -> options(Mode.SIMULATED, speed, "generated", null))
                .isInstanceOf(Refused.class)
                .hasMessage("--speed must be 1 to 60, was " + speed);
    }

    @Test
    void refusesASpeedOutsideSimulatedMode() {
        assertThatThrownBy(() -> options(Mode.LIVE, 2, "generated", "key"))
                .isInstanceOf(Refused.class)
                .hasMessage("--speed other than 1 is for mode simulated only, mode was live");
    }

    @Test
    void refusesPricesOutsideSimulatedMode() {
        assertThatThrownBy(() -> options(Mode.PAPER, 1, "recorded", "key"))
                .isInstanceOf(Refused.class)
                .hasMessage("--prices is for mode simulated only, mode was paper");
    }

    @Test
    void refusesRealExchangesWithoutAKey() {
        assertThatThrownBy(() -> options(Mode.KALSHI_DEMO, 1, "generated", null))
                .isInstanceOf(Refused.class)
                .hasMessage("mode kalshi-demo needs --kalshi-key-id (or RECIO_KALSHI_KEY_ID), was missing");
    }

    @Test
    void refusesAPriceFileThatCannotBeRead() {
        StackOptions options = options(Mode.SIMULATED, 1, "/no/such/btc.csv", null);

        assertThatThrownBy(options::withFilesChecked)
                .isInstanceOf(Refused.class)
                .hasMessage("--prices must be generated, recorded or a readable file, was /no/such/btc.csv");
    }

    @Test
    void runsOnFreePortsInADataDirectoryOfItsOwnForDemonstrations() {
        StackOptions options = StackOptions.simulated(DATA, 30, "recorded", 7, Instant.parse("2023-03-13T14:00:00Z"));

        assertThat(options.freePorts()).isTrue();
        assertThat(options.mode()).isEqualTo(Mode.SIMULATED);
        assertThat(options.priceFile()).isNull();
    }

    private static StackOptions options(Mode mode, int speed, String prices, @Nullable String key) {
        return new StackOptions(
                mode,
                "account",
                speed,
                DATA,
                prices,
                1,
                null,
                null,
                false,
                StackShape.WHOLE,
                key,
                key == null ? null : DATA);
    }
}
