package io.recio.apiwatchdog;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;

/** The settings as they are when nobody sets any. */
public final class TestSettings {

    private static final int BEFORE_THE_BUILT_IN = 200;

    public static final ApiWatchdogConfig DEFAULTS = new SmallRyeConfigBuilder()
            .withConverter(Duration.class, BEFORE_THE_BUILT_IN, new DurationConverter())
            .withMapping(ApiWatchdogConfig.class)
            .build()
            .getConfigMapping(ApiWatchdogConfig.class);

    private TestSettings() {}
}
