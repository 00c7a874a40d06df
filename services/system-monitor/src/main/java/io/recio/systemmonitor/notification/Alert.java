package io.recio.systemmonitor.notification;

import io.recio.storage.system.AlertStore.Severity;
import java.time.Instant;
import java.util.UUID;

/**
 * An alert as it stands in {@code system.alerts}.
 *
 * @param facts as JSON text
 * @param step of escalation; 0 when it is told for the first time
 */
record Alert(UUID id, Severity severity, String code, String text, String facts, Instant raisedAt, int step) {

    /** The code of an alert that a person asked for to see whether it arrives. */
    static final String TEST = "TEST_ALERT";

    boolean isTest() {
        return code.equals(TEST);
    }
}
