package io.recio.systemmonitor.notification;

import io.recio.storage.system.AlertStore.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What one channel is told at once.
 *
 * @param id the same when it is repeated
 * @param alerts at least one, the worst first
 * @param runbooks where the page of a code is found
 */
record Message(UUID id, List<Alert> alerts, Optional<String> runbooks) {

    private static final String SIGNATURE = "REC.IO";
    private static final Comparator<Alert> WORST_FIRST =
            Comparator.comparing(Alert::severity).reversed().thenComparing(Alert::raisedAt);

    Message {
        if (alerts.isEmpty()) {
            throw new IllegalArgumentException("a message must tell of an alert, had none");
        }
        alerts = alerts.stream().sorted(WORST_FIRST).toList();
    }

    Severity severity() {
        return alerts.getFirst().severity();
    }

    /** Such as {@code REC.IO critical: Root cause of a failure is trade-manager (+2 more)}. */
    String title() {
        Alert worst = alerts.getFirst();
        String again = worst.step() > 0 ? ", not acknowledged" : "";
        String more = alerts.size() > 1 ? " (+" + (alerts.size() - 1) + " more)" : "";
        return SIGNATURE + " " + word(worst.severity()) + again + ": " + worst.text() + more;
    }

    /** A paragraph per alert. */
    String body() {
        return alerts.stream().map(this::paragraph).collect(Collectors.joining("\n\n"));
    }

    String runbook(String code) {
        return runbooks.map(base -> base + (base.endsWith("/") ? "" : "/")).orElse("runbooks/") + code + ".md";
    }

    private String paragraph(Alert alert) {
        return word(alert.severity()) + " " + alert.code() + " at " + alert.raisedAt() + "\n" + alert.text()
                + (alert.facts().equals("{}") ? "" : "\n" + alert.facts()) + "\nRunbook: " + runbook(alert.code());
    }

    static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
