package io.recio.mainapp.oidc;

import io.quarkus.runtime.configuration.DurationConverter;
import io.recio.mainapp.MainAppConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The settings as the service reads them. */
final class Settings {

    private static final Map<String, String> WHOLE = Map.of(
            "main-app.oidc.issuer", "https://id.example/",
            "main-app.oidc.client-id", "recio",
            "main-app.oidc.client-secret-file", "/etc/recio/oidc/client-secret");

    private Settings() {}

    static MainAppConfig none() {
        return of(Map.of());
    }

    static MainAppConfig with(String name, String value) {
        var settings = new HashMap<>(WHOLE);
        settings.put("main-app.oidc." + name, value);
        return of(settings);
    }

    static MainAppConfig without(String name) {
        var settings = new HashMap<>(WHOLE);
        settings.remove("main-app.oidc." + name);
        return of(settings);
    }

    private static MainAppConfig of(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(MainAppConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(MainAppConfig.class);
    }
}
