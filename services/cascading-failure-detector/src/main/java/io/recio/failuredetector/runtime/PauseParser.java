package io.recio.failuredetector.runtime;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.recio.domain.health.Pause;
import io.recio.domain.time.SystemTime;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Reads a pause from a deployment's annotations: {@code rec.io/paused-by} the owner, {@code rec.io/paused-until} an RFC 3339
 * time. One without both is none: a pause that nobody owns or that never ends would be forgotten.
 */
final class PauseParser {

    static final String BY = "rec.io/paused-by";
    static final String UNTIL = "rec.io/paused-until";

    private static final Logger LOG = Logger.getLogger(PauseParser.class);

    private PauseParser() {}

    static Optional<Pause> parse(HasMetadata deployment) {
        Map<String, String> annotations = deployment.getMetadata().getAnnotations();
        if (annotations == null || !annotations.containsKey(BY) && !annotations.containsKey(UNTIL)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Pause(
                    annotations.getOrDefault(BY, ""),
                    SystemTime.of(OffsetDateTime.parse(annotations.getOrDefault(UNTIL, ""))
                            .toInstant())));
        } catch (IllegalArgumentException | DateTimeException e) {
            LOG.warnf(
                    "Pause needs %s and %s, a time such as 2026-11-28T18:00:00Z, and is ignored deployment=%s reason='%s'",
                    BY, UNTIL, deployment.getMetadata().getName(), e.getMessage());
            return Optional.empty();
        }
    }
}
