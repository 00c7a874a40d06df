package io.recio.systemmonitor.alert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which findings are new enough to tell. Time is monotonic nanoseconds. Not thread-safe. */
public final class FindingMemory {

    private final Map<String, Long> since = new HashMap<>();
    private final Map<String, Boolean> told = new HashMap<>();

    /** Those that have lasted long enough and were not told since they began. */
    public List<Finding> due(List<Finding> findings, long now) {
        since.keySet().retainAll(findings.stream().map(Finding::key).toList());
        told.keySet().retainAll(since.keySet());
        List<Finding> due = new ArrayList<>();
        for (Finding finding : findings) {
            long began = since.computeIfAbsent(finding.key(), key -> now);
            if (now - began >= finding.lasting().toNanos() && told.putIfAbsent(finding.key(), true) == null) {
                due.add(finding);
            }
        }
        return due;
    }

    /** They were not told after all. */
    public void forget(List<Finding> findings) {
        findings.forEach(finding -> told.remove(finding.key()));
    }
}
