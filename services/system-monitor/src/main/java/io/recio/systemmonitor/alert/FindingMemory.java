package io.recio.systemmonitor.alert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which findings are new enough to tell. Time is monotonic nanoseconds. Not thread-safe. */
public final class FindingMemory {

    private final Map<String, Long> since = new HashMap<>();
    private final Set<String> told = new HashSet<>();

    /** Those that have lasted long enough and were not told since they began. */
    public List<Finding> due(List<Finding> findings, long now) {
        since.keySet().retainAll(findings.stream().map(Finding::key).toList());
        told.retainAll(since.keySet());
        List<Finding> due = new ArrayList<>();
        for (Finding finding : findings) {
            long began = since.computeIfAbsent(finding.key(), key -> now);
            if (now - began >= finding.lasting().toNanos() && told.add(finding.key())) {
                due.add(finding);
            }
        }
        return due;
    }
}
