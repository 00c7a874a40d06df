package io.recio.systemmonitor.health;

import java.util.List;
import java.util.Optional;

/**
 * How the database is.
 *
 * @param connections to all databases of the server, of at most maxConnections
 * @param commitMs how long a durable commit of our own took just now
 * @param standbys servers that follow this one
 */
record DatabaseFigures(long sizeBytes, int connections, int maxConnections, long commitMs, List<Standby> standbys) {

    DatabaseFigures {
        standbys = List.copyOf(standbys);
    }

    /** In percent of what there may be, to one decimal. */
    double connectionsPercent() {
        return maxConnections == 0 ? 0 : Math.round(1000.0 * connections / maxConnections) / 10.0;
    }

    /**
     * A follower; what the server does not tell us is absent.
     *
     * @param name as it calls itself
     * @param state such as {@code streaming}
     * @param synchronous whether commits wait for it
     * @param lagBytes of the write-ahead log not yet applied there
     * @param lagMs how long the newest commits took to be applied there; absent also when nothing was written lately
     */
    record Standby(
            String name,
            Optional<String> state,
            Optional<Boolean> synchronous,
            Optional<Long> lagBytes,
            Optional<Long> lagMs) {}
}
