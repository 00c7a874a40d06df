package io.recio.failuredetector.runtime;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.recio.domain.health.ServiceName;
import java.util.Map;
import java.util.Optional;

/** How the objects of a release are told from all others: by the labels that the chart gives them. */
final class Release {

    static final String COMPONENT = "app.kubernetes.io/component";

    private static final String INSTANCE = "app.kubernetes.io/instance";
    private static final String NAME = "app.kubernetes.io/name";
    private static final String CHART = "recio";

    private Release() {}

    static Map<String, String> labels(String release) {
        return Map.of(NAME, CHART, INSTANCE, release);
    }

    /** Empty for what carries no component, or one that can be no service's name. */
    static Optional<ServiceName> serviceOf(HasMetadata object) {
        Map<String, String> labels = object.getMetadata().getLabels();
        try {
            return Optional.ofNullable(labels).map(all -> all.get(COMPONENT)).map(ServiceName::new);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
