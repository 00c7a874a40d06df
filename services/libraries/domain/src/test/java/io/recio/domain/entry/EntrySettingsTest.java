package io.recio.domain.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recio.domain.money.Quantity;
import io.recio.domain.settings.InvalidSetting;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EntrySettingsTest {

    @Test
    void beginsSwitchedOffWithTheDocumentedDefaults() {
        assertThat(EntrySettings.DEFAULT)
                .isEqualTo(new EntrySettings(
                        false, 120, 900, 95, 0.25, false, new SpikeSettings(true, 36, 30, 15), 1, 1, true));
        assertThat(EntrySettings.DEFAULT.spike().cooldown()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void multipliesThePositionSize() {
        EntrySettings settings = new EntrySettings(true, 120, 900, 95, 0.25, false, SpikeSettings.DEFAULT, 25, 4, true);
        assertThat(settings.count()).isEqualTo(Quantity.of("100"));
    }

    @Test
    void namesTheFieldThatIsOutOfRange() {
        assertThatThrownBy(() -> new EntrySettings(true, 900, 120, 95, 0.25, false, SpikeSettings.DEFAULT, 1, 1, true))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("max_time must be from 900 to 3600 seconds, was 120");
        assertThatThrownBy(() -> new EntrySettings(true, 120, 900, 101, 0.25, false, SpikeSettings.DEFAULT, 1, 1, true))
                .hasMessage("min_probability must be from 50 to 100 percent, was 101");
        assertThatThrownBy(() -> new SpikeSettings(true, 36, 40, 15))
                .hasMessage("spike_alert_cooldown_threshold must be from 1 to 36 hundredths, was 40");
    }

    @Test
    void showsTheStateAsTheScreenWritesIt() {
        assertThat(new AutoTradeState.Paused(Duration.ofSeconds(899)).label()).isEqualTo("PAUSED (14:59)");
        assertThat(new AutoTradeState.Paused(Duration.ofMillis(59_001)).label()).isEqualTo("PAUSED (01:00)");
        assertThat(new AutoTradeState.Disabled().label()).isEqualTo("DISABLED");
        assertThat(new AutoTradeState.Active().label()).isEqualTo("ACTIVE");
        assertThat(new AutoTradeState.Inactive().label()).isEqualTo("INACTIVE");
        assertThat(new AutoTradeState.Suspended("LEASE_LOST").label()).isEqualTo("SUSPENDED");
    }
}
