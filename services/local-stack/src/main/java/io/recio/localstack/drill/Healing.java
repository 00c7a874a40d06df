package io.recio.localstack.drill;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What came of a blow.
 *
 * @param took until the victim gave results again; null when it did not
 * @param cause the root cause the detector named; null when it had to name none, or did not
 * @param alsoRestarted processes restarted although they were not the victim
 */
record Healing(Blow blow, @Nullable Duration took, @Nullable String cause, List<String> alsoRestarted) {

    boolean isGood() {
        return took != null
                && alsoRestarted.isEmpty()
                && (blow.healer() != Blow.Healer.DETECTOR || blow.victim().equals(cause));
    }

    @Override
    public String toString() {
        String time = took == null ? "NEVER" : String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
        return String.format(
                "  %-4s %-46s %8s  %s%s",
                isGood() ? "ok" : "BAD",
                blow.label(),
                time,
                cause == null ? "" : "root cause " + cause,
                alsoRestarted.isEmpty() ? "" : "  ALSO RESTARTED " + alsoRestarted);
    }
}
