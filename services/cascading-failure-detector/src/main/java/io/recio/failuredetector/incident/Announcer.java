package io.recio.failuredetector.incident;

import java.util.List;

/** Tells of what was decided where the runtime's own tools show it. Best effort: the journal holds the truth. */
public interface Announcer {

    void announce(List<JournalEntry> entries);
}
