package io.recio.failuredetector.request;

import java.util.List;
import java.util.UUID;

/** The requests and their answers. Throws {@code DatabaseUnavailable} while the database is away. */
public interface RequestStore {

    /** Those without an answer, the oldest first. */
    List<SystemRequest> open();

    /** Answers once; a second answer changes nothing. */
    void answer(UUID request, boolean done, String answer);
}
