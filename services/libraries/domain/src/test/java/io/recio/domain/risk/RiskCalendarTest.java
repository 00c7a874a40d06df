package io.recio.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.time.BusinessTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskCalendarTest {

    @ParameterizedTest(name = "{0} belongs to the day from {1} and the week from {2}")
    @CsvSource({
        "2026-11-22T16:50:00Z, 2026-11-22T05:00:00Z, 2026-11-16T05:00:00Z",
        "2026-11-23T04:59:59Z, 2026-11-22T05:00:00Z, 2026-11-16T05:00:00Z",
        "2026-11-23T05:00:00Z, 2026-11-23T05:00:00Z, 2026-11-23T05:00:00Z",
        "2026-07-01T03:59:59Z, 2026-06-30T04:00:00Z, 2026-06-29T04:00:00Z",
        "2026-11-01T12:00:00Z, 2026-11-01T04:00:00Z, 2026-10-26T04:00:00Z",
        "2026-11-02T04:30:00Z, 2026-11-01T04:00:00Z, 2026-10-26T04:00:00Z",
        "2026-03-08T12:00:00Z, 2026-03-08T05:00:00Z, 2026-03-02T05:00:00Z",
        "2026-03-09T04:00:00Z, 2026-03-09T04:00:00Z, 2026-03-09T04:00:00Z"
    })
    void beginsDaysAndWeeksAtMidnightInNewYork(String at, String dayStart, String weekStart) {
        assertThat(RiskCalendar.dayStart(BusinessTime.parse(at))).isEqualTo(BusinessTime.parse(dayStart));
        assertThat(RiskCalendar.weekStart(BusinessTime.parse(at))).isEqualTo(BusinessTime.parse(weekStart));
    }
}
