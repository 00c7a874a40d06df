package io.recio.simulator.coinbase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recio.domain.time.BusinessTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CandleQueryTest {

    private static final BusinessTime NOW = BusinessTime.parse("2026-11-22T15:00:30Z");

    @Test
    void asksForTheLast300WithoutAnyTime() {
        assertThat(CandleQuery.of(null, null, "60", NOW))
                .isEqualTo(new CandleQuery(
                        BusinessTime.parse("2026-11-22T10:01:00Z"),
                        BusinessTime.parse("2026-11-22T15:00:00Z"),
                        Duration.ofMinutes(1)));
    }

    @Test
    void takesUnixSecondsAndIsoTimes() {
        CandleQuery query = CandleQuery.of("1795356030", "2026-11-22T15:00:00Z", "300", NOW);

        assertThat(query.first()).isEqualTo(BusinessTime.parse("2026-11-22T14:05:00Z"));
        assertThat(query.last()).isEqualTo(BusinessTime.parse("2026-11-22T15:00:00Z"));
    }

    @Test
    void takesExactly300RowsAndRefuses301() {
        assertThat(CandleQuery.of("2026-11-22T10:01:00Z", "2026-11-22T15:00:00Z", "60", NOW)
                        .granularity())
                .isEqualTo(Duration.ofMinutes(1));
        assertThatThrownBy(() -> CandleQuery.of("2026-11-22T10:00:00Z", "2026-11-22T15:00:00Z", "60", NOW))
                .hasMessage("granularity too small for the requested time range. Count of aggregations requested"
                        + " exceeds 300");
    }

    @Test
    void refusesAnotherGranularityAndHalfARange() {
        assertThatThrownBy(() -> CandleQuery.of(null, null, "120", NOW)).hasMessage("Unsupported granularity");
        assertThatThrownBy(() -> CandleQuery.of("2026-11-22T10:00:00Z", null, "60", NOW))
                .hasMessage("start and end must be given together");
    }
}
