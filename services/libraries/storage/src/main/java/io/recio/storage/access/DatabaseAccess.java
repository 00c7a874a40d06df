package io.recio.storage.access;

import io.vertx.core.net.TrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the database is and as whom we come; the same for the pool and for the listening connection.
 *
 * @param url {@code postgresql://host:port/database?sslmode=…}; with {@code verify-full} the server must prove that it is
 *     that host
 * @param authorities PEM file of those who may sign the server's certificate; empty: those this Java knows
 */
public record DatabaseAccess(String url, String role, String password, Optional<Path> authorities) {

    private static final String AS_FOR_HTTPS = "HTTPS";

    /** @throws IllegalStateException when TLS is wanted and the authorities cannot be read */
    public PgConnectOptions options() {
        PgConnectOptions options = PgConnectOptions.fromUri(url).setUser(role).setPassword(password);
        return secured(options, authorities);
    }

    /**
     * Adds to options made elsewhere what their sslmode needs.
     *
     * @throws IllegalStateException when TLS is wanted and the authorities cannot be read
     */
    public static PgConnectOptions secured(PgConnectOptions options, Optional<Path> authorities) {
        if (options.getSslMode() == SslMode.DISABLE) {
            return options;
        }
        options.setTrustOptions(TrustOptions.wrap(new ServerTrust(authorities)));
        options.setHostnameVerificationAlgorithm(options.getSslMode() == SslMode.VERIFY_FULL ? AS_FOR_HTTPS : "");
        return options;
    }

    /** Why this process did not believe the server last; empty when it has believed it since. */
    public static Optional<String> refusal() {
        return ServerTrust.refusal();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return role + " at " + url;
    }
}
