package io.recio.databasemigrator.check;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the services' newest heartbeats say.
 *
 * @param functional by service with an active instance that beats: whether it calls itself functional
 */
record ServiceResults(Map<String, Boolean> functional) {

    /** Six beats of an active instance may be missed. */
    private static final String ACTIVE = """
            SELECT service, bool_or(functional) FROM system.heartbeats
            WHERE role = 'active' AND beat_at > clock_timestamp() - interval '6 s' GROUP BY service""";

    static ServiceResults read(CheckConfig config) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        config.jdbcUrl().orElse(""),
                        config.user().orElse(""),
                        config.password().orElse(""));
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ACTIVE)) {
            Map<String, Boolean> functional = new HashMap<>();
            while (rows.next()) {
                functional.put(rows.getString(1), rows.getBoolean(2));
            }
            return new ServiceResults(functional);
        }
    }

    /** One line for each of these services that gives no results. */
    List<String> missing(List<String> services) {
        return services.stream()
                .filter(service -> !functional.getOrDefault(service, false))
                .map(service -> service
                        + (functional.containsKey(service) ? " runs and gives no results" : " has no active instance"))
                .toList();
    }
}
