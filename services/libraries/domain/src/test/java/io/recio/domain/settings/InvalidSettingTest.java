package io.recio.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

class InvalidSettingTest {

    @Test
    void saysFieldRangeAndWhatWasFound() {
        InvalidSetting invalid = catchThrowableOfType(
                InvalidSetting.class, () -> InvalidSetting.requireBetween("min_time", 0, 3600, "seconds", 4000));
        assertThat(invalid).hasMessage("min_time must be from 0 to 3600 seconds, was 4000");
        assertThat(invalid.field()).isEqualTo("min_time");
        assertThat(invalid.range()).isEqualTo("from 0 to 3600 seconds");
        assertThat(invalid.found()).isEqualTo("4000");
    }

    @Test
    void takesBothBoundsAndRefusesWhatIsNoNumber() {
        assertThatCode(() -> InvalidSetting.requireBetween("x", 0.5, 2, "cents", 0.5))
                .doesNotThrowAnyException();
        assertThatCode(() -> InvalidSetting.requireBetween("x", 0.5, 2, "cents", 2))
                .doesNotThrowAnyException();
        assertThatCode(() -> InvalidSetting.requireBetween("x", 0.5, 2, "cents", Double.NaN))
                .hasMessage("x must be from 0.5 to 2 cents, was NaN");
    }
}
