package io.recio.failuredetector.request;

import io.recio.failuredetector.runtime.RunningInstance;
import java.util.List;
import java.util.Map;

/** What becomes of a request. */
public sealed interface RequestVerdict {

    /** @param instances to restart in this order, each once the one before is well again; not empty */
    record Accepted(List<RunningInstance> instances) implements RequestVerdict {}

    /** An alert to raise. */
    record Tested(String message, Map<String, String> facts) implements RequestVerdict {}

    /** @param reason for the one who asked */
    record Refused(String reason) implements RequestVerdict {}
}
