package io.recio.tradeexecutor;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;

/** The executor's settings without a container. */
public final class Settings {

    private static final int BEFORE_THE_BUILT_IN = 200;

    private Settings() {}

    /** The defaults, but for those named. */
    public static ExecutorConfig with(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, BEFORE_THE_BUILT_IN, new DurationConverter())
                .withDefaultValues(settings)
                .withMapping(ExecutorConfig.class)
                .build()
                .getConfigMapping(ExecutorConfig.class);
    }
}
