package io.recio.failuredetector;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;

/** The detector's settings as a test wants them, defaults otherwise. */
public final class Settings {

    private Settings() {}

    /** @param given without the prefix, such as {@code kubernetes.policy} */
    public static DetectorConfig of(Map<String, String> given) {
        Map<String, String> prefixed = new HashMap<>();
        given.forEach((name, value) -> prefixed.put("cascading-failure-detector." + name, value));
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(prefixed, "test", 300))
                .withMapping(DetectorConfig.class)
                .build()
                .getConfigMapping(DetectorConfig.class);
    }

    public static DetectorConfig defaults() {
        return of(Map.of());
    }
}
