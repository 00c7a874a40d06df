package io.recio.domain.risk;

import io.recio.domain.time.BusinessTime;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/** The days and weeks of losses: from midnight in New York, from Monday. Days of 23 and 25 hours come out right. */
public final class RiskCalendar {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private RiskCalendar() {}

    /** The risk day of the moment. */
    public static LocalDate day(BusinessTime at) {
        return LocalDate.ofInstant(at.instant(), NEW_YORK);
    }

    /** When that day began. */
    public static BusinessTime dayStart(BusinessTime at) {
        return midnight(day(at));
    }

    /** When the week of the moment began. */
    public static BusinessTime weekStart(BusinessTime at) {
        return midnight(day(at).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }

    private static BusinessTime midnight(LocalDate day) {
        return BusinessTime.of(day.atStartOfDay(NEW_YORK).toInstant());
    }
}
