package io.recio.systemmonitor.resource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.recio.storage.Statements;
import io.recio.storage.json.DomainJson;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** {@code system.node_figures}. */
public final class NodeReader {

    /** @param limit what was read longer ago says nothing of now */
    public List<NodeFigures> nodes(Statements statements, Duration limit) {
        return statements.list(NodeReader::node, """
                SELECT node, figures::text AS figures,
                    (extract(epoch FROM clock_timestamp() - read_at) * 1000)::bigint AS age
                FROM system.node_figures
                WHERE read_at > clock_timestamp() - $1::double precision * interval '1 second'
                ORDER BY node""", limit.toMillis() / 1000.0);
    }

    private static NodeFigures node(Row row) {
        JsonNode figures = json(row.getString("figures"));
        List<String> pressures = new ArrayList<>();
        figures.path("pressures").forEach(pressure -> pressures.add(pressure.asText()));
        return new NodeFigures(
                row.getString("node"),
                Math.max(0, row.getLong("age")),
                percent(figures, "cpuMillis", "cpuMillisMost"),
                percent(figures, "memoryBytes", "memoryBytesMost"),
                pressures);
    }

    private static OptionalDouble percent(JsonNode figures, String used, String most) {
        return figures.path(used).isNumber() && figures.path(most).asLong() > 0
                ? OptionalDouble.of(Math.round(1000.0
                                * figures.path(used).asLong()
                                / figures.path(most).asLong())
                        / 10.0)
                : OptionalDouble.empty();
    }

    private static JsonNode json(String text) {
        try {
            return DomainJson.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("figures of a node must be JSON, were " + text, e);
        }
    }
}
