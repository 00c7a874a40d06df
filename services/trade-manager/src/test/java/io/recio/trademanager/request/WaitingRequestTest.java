package io.recio.trademanager.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recio.domain.trade.CloseReason;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WaitingRequestTest {

    @Test
    void readsTheReasonOfACloseFromItsFirstWord() {
        assertThat(close("PROBABILITY_STOP", false).closeReason()).isEqualTo(CloseReason.PROBABILITY_STOP);
        assertThat(close("MOMENTUM_SPIKE at -37", false).closeReason()).isEqualTo(CloseReason.MOMENTUM_SPIKE);
        assertThat(close("clicked", false).closeReason()).isEqualTo(CloseReason.MANUAL);
        assertThat(close("", false).closeReason()).isEqualTo(CloseReason.MANUAL);
    }

    @Test
    void pricesAnEmergencyAsOneWhateverTheReasonSays() {
        assertThat(close("clicked", true).closeReason()).isEqualTo(CloseReason.EMERGENCY);
        assertThat(close("PROBABILITY_STOP", true).closeReason()).isEqualTo(CloseReason.EMERGENCY);
        assertThat(close("KILL_SWITCH_FLATTEN", true).closeReason()).isEqualTo(CloseReason.KILL_SWITCH_FLATTEN);
    }

    @Test
    void namesWhatIsWrongWithABrokenRow() {
        assertThatThrownBy(() -> seen("[1]").origin())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("what was seen must be an object, was [1]");
        assertThatThrownBy(() -> seen("{\"ask\":\"cheap\"}").origin())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ask seen must be a number, was \"cheap\"");
        assertThatThrownBy(() -> seen("{\"probability\":\"97.6\"}").probabilitySeen())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> row("open", null, "x", false, "{}").open())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a request must have a quantity, had none");
    }

    private static WaitingRequest close(String reason, boolean emergency) {
        return row("close", null, reason, emergency, "{}");
    }

    private static WaitingRequest seen(String json) {
        return row("open", BigDecimal.ONE, "auto entry", false, json);
    }

    private static WaitingRequest row(String kind, BigDecimal quantity, String reason, boolean emergency, String seen) {
        return new WaitingRequest(
                UUID.fromString("0192f0c0-0000-7000-8000-000000000001"),
                kind,
                "recio_main_app",
                Optional.empty(),
                "KXBTCD-1",
                "YES",
                quantity,
                null,
                null,
                emergency,
                "Hourly HTC",
                reason,
                Optional.empty(),
                seen,
                Optional.empty());
    }
}
