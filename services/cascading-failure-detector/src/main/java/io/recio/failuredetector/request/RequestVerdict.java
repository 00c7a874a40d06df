package io.recio.failuredetector.request;

import io.recio.failuredetector.runtime.RunningInstance;
import java.util.List;

/** What becomes of a request. */
public sealed interface RequestVerdict {

    /** @param instances to restart in this order, each once the one before is well again; not empty */
    record Accepted(List<RunningInstance> instances) implements RequestVerdict {}

    /** @param reason for the one who asked */
    record Refused(String reason) implements RequestVerdict {}
}
