package io.recio.failuredetector.incident;

import java.util.List;

/** Where entries end up for good. */
public interface Journal {

    /**
     * All or nothing; safe to repeat.
     *
     * @throws io.recio.storage.DatabaseUnavailable when it is not known to be written: keep the entries
     */
    void write(List<JournalEntry> entries);
}
