package io.recio.mainapp.login;

import io.recio.mainapp.MainAppConfig;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells whether a browser's page may act here: our own page, or one named in the settings. */
@Singleton
public class Origins {

    private final List<String> allowed;

    Origins(MainAppConfig config) {
        this.allowed = config.allowedOrigins().orElse(List.of());
    }

    /**
     * @param origin the Origin header; absent when no browser asks
     * @param host the Host header
     */
    public boolean isOurs(@Nullable String origin, @Nullable String host) {
        if (origin == null || host == null) {
            return false;
        }
        if (allowed.contains(origin)) {
            return true;
        }
        try {
            return host.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
