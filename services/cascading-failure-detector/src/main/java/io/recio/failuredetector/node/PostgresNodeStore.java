package io.recio.failuredetector.node;

import io.recio.storage.Database;
import io.recio.storage.json.DomainJson;
import jakarta.inject.Singleton;
import java.util.List;

/** {@code system.node_figures}. */
@Singleton
class PostgresNodeStore implements NodeStore {

    private final Database database;

    PostgresNodeStore(Database database) {
        this.database = database;
    }

    @Override
    public void write(List<NodeFigures> nodes) {
        String[] names = nodes.stream().map(NodeFigures::node).toArray(String[]::new);
        database.transaction(statements -> {
            statements.update("DELETE FROM system.node_figures WHERE node <> ALL ($1)", (Object) names);
            nodes.forEach(node -> statements.update("""
                    INSERT INTO system.node_figures (node, figures) VALUES ($1, $2::text::jsonb)
                    ON CONFLICT (node) DO UPDATE SET figures = excluded.figures, read_at = clock_timestamp()""", node.node(), DomainJson.write(node)));
            return names.length;
        });
    }
}
