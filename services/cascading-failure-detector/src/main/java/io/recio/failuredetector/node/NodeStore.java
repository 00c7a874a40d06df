package io.recio.failuredetector.node;

import java.util.List;

/** Where the figures of nodes go. */
public interface NodeStore {

    /**
     * Replaces all that was known.
     *
     * @throws io.recio.storage.DatabaseUnavailable when the database is away
     */
    void write(List<NodeFigures> nodes);
}
