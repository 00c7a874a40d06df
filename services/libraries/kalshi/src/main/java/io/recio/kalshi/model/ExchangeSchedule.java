package io.recio.kalshi.model;

import io.recio.domain.time.BusinessTime;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The hours the exchange keeps and the maintenance it has announced.
 *
 * @param weeks each valid for a span of time
 */
public record ExchangeSchedule(List<Week> weeks, List<Maintenance> maintenance) {

    /** The usual hours from {@code start} to {@code end}. */
    public record Week(BusinessTime start, BusinessTime end, Map<DayOfWeek, List<Hours>> days) {

        public Week {
            days = Map.copyOf(days);
        }
    }

    /** From opening to closing as the exchange writes them, {@code HH:MM} in New York; {@code 24:00} occurs. */
    public record Hours(String opens, String closes) {}

    public record Maintenance(BusinessTime start, BusinessTime end) {

        boolean covers(BusinessTime moment) {
            return !moment.isBefore(start) && moment.isBefore(end);
        }
    }

    public ExchangeSchedule {
        weeks = List.copyOf(weeks);
        maintenance = List.copyOf(maintenance);
    }

    /** The maintenance that runs at the moment. */
    public Optional<Maintenance> maintenanceAt(BusinessTime moment) {
        return maintenance.stream().filter(window -> window.covers(moment)).findFirst();
    }
}
