package io.recio.servicekit;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which service this process is, and which instance of it. */
@Singleton
public class ServiceIdentity {

    private final String service;
    private final String instance;
    private final String version;
    private final String host;
    private final int port;
    private final Instant startedAt;

    ServiceIdentity(
            ServiceConfig config,
            InstantSource time,
            @ConfigProperty(name = "quarkus.application.version", defaultValue = "unknown") String version,
            @ConfigProperty(name = "quarkus.http.port") int port,
            @ConfigProperty(name = "recio.host", defaultValue = "127.0.0.1") String host) {
        this.service = config.service().name();
        this.instance = config.instance().orElseGet(() -> UUID.randomUUID().toString());
        this.version = version;
        this.host = host;
        this.port = port;
        this.startedAt = time.instant();
    }

    public String service() {
        return service;
    }

    public String instance() {
        return instance;
    }

    public String version() {
        return version;
    }

    public String host() {
        return host;
    }

    public int port() {
        return port;
    }

    public Instant startedAt() {
        return startedAt;
    }
}
