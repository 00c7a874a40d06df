package io.recio.servicekit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings every service shares. */
@ConfigMapping(prefix = "recio")
public interface ServiceConfig {

    /** What this service is. */
    Service service();

    /** simulated, paper, kalshi-demo or live; must be the installation's. */
    @WithDefault("simulated")
    String mode();

    /** The Kalshi account of this installation. */
    @WithDefault("simulated")
    String account();

    /** This instance among the replicas; random when absent. */
    Optional<String> instance();

    /** Where files such as the strike tables go. */
    @WithDefault("data")
    Path dataDir();

    /** How this service meets the database. */
    Database database();

    /** How long one active instance is protected. */
    Lease lease();

    /** The service's place in the house. */
    interface Service {

        /** Its name on the architecture picture, such as {@code trade-manager}; also its lease and heartbeat. */
        String name();
    }

    /** The database as this service's role sees it. */
    interface Database {

        /**
         * {@code postgresql://host:port/database}; a direct connection, not a transaction pooler. With
         * {@code ?sslmode=verify-full} the server must prove that it is that host; verify-ca checks the signature only.
         */
        @WithDefault("postgresql://127.0.0.1:54321/recio")
        String url();

        /** The service's own role. */
        String role();

        /** From a mounted secret. */
        @WithDefault("recio")
        String password();

        /**
         * PEM file of the authorities that may sign the server's certificate, from a mounted secret; read anew at each
         * connection. Absent: those this Java knows. Unreadable or empty while TLS is on: the service does not start.
         */
        Optional<Path> caFile();

        /** A statement not answered within this time counts as a database that is away. */
        @WithDefault("3S")
        Duration timeout();
    }

    /** DESIGN, section 5. */
    interface Lease {

        /** How long the lease lives without renewal. */
        @WithDefault("2S")
        Duration life();

        /** How often it is renewed. */
        @WithDefault("0.5S")
        Duration renewal();

        /** How long after the last good renewal was sent the holder stops acting. Less than the life. */
        @WithDefault("1.5S")
        Duration trust();
    }
}
