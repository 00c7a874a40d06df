package io.recio.localstack.cluster;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a revision is made of.
 *
 * @param values beside those of k8s/laptop
 */
record Edition(Path chart, Map<String, String> values) {

    Edition {
        values = Map.copyOf(values);
    }
}
