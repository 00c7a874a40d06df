package io.recio.systemmonitor.alert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which findings are new enough to tell, and which have ended. One that comes and goes counts as one until it stays away.
 * Time is monotonic nanoseconds. Not thread-safe.
 */
public final class FindingMemory {

    private final Duration clearAfter;
    private final Map<String, Long> since = new HashMap<>();
    private final Map<String, Told> told = new HashMap<>();

    private record Told(String code, long seenAt) {}

    /**
     * @param clearAfter how long something must not be found before it has ended
     * @param open codes that a former instance told and did not end
     */
    public FindingMemory(Duration clearAfter, Set<String> open, long now) {
        this.clearAfter = clearAfter;
        open.forEach(code -> told.put("before " + code, new Told(code, now)));
    }

    /** Those that have lasted long enough and were not told since they began. */
    public List<Finding> due(List<Finding> findings, long now) {
        since.keySet().retainAll(findings.stream().map(Finding::key).toList());
        List<Finding> due = new ArrayList<>();
        for (Finding finding : findings) {
            long began = since.computeIfAbsent(finding.key(), key -> now);
            boolean known = told.containsKey(finding.key());
            if (known || now - began >= finding.lasting().toNanos()) {
                told.put(finding.key(), new Told(finding.code(), now));
                if (!known) {
                    due.add(finding);
                }
            }
        }
        return due;
    }

    /** Codes of which something was told and nothing is left, each once; call after {@link #due}. */
    public Set<String> ended(long now) {
        Set<String> ended = new TreeSet<>();
        told.values().removeIf(each -> {
            boolean gone = now - each.seenAt() >= clearAfter.toNanos();
            if (gone) {
                ended.add(each.code());
            }
            return gone;
        });
        Set<String> left = new HashSet<>();
        told.values().forEach(each -> left.add(each.code()));
        ended.removeAll(left);
        return ended;
    }
}
