package io.recio.mainapp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of the screen. */
@ConfigMapping(prefix = "main-app")
public interface MainAppConfig {

    /** The admin made at the very first start. */
    FirstAdmin firstAdmin();

    /** Logins and how long they last. */
    Login login();

    /** The live feed to browsers. */
    Stream stream();

    /** Orders by hand. */
    Request request();

    /** Tokens for scripts. */
    Tokens tokens();

    /** Origins, besides our own address, from which a browser may act; such as {@code https://recio.example.com}. */
    Optional<List<String>> allowedOrigins();

    /** Addresses of the proxies whose X-Forwarded-For is believed; absent: nobody's, the peer itself is the client. */
    Optional<List<String>> trustedProxies();

    /** The admin made at the very first start. */
    interface FirstAdmin {

        /** The name to log in with. */
        @WithDefault("admin")
        String name();

        /**
         * Holds the password, when the file is there; otherwise a random one is written to it, readable by the owner only. Absent:
         * it is logged once.
         */
        Optional<Path> passwordFile();
    }

    /** Logins and how long they last. */
    interface Login {

        /** How long a session lives; then log in again. */
        @WithDefault("12H")
        Duration sessionLife();

        /** Wrong passwords in a row that lock a user. */
        @WithDefault("5")
        int failuresAllowed();

        /** How long the lock holds. */
        @WithDefault("15M")
        Duration lockout();

        /** Whether the cookie is sent over HTTPS only; on when a proxy ends TLS before us. */
        @WithDefault("false")
        boolean secureCookie();
    }

    /** The live feed to browsers. */
    interface Stream {

        /** The least time between two readings of one topic; 50 ms = 20 a second. */
        @WithDefault("0.05S")
        Duration spacing();

        /** How often each topic is read although nothing woke it. */
        @WithDefault("5S")
        Duration safetyNet();

        /** Messages a browser may be behind before it is dropped. */
        @WithDefault("200")
        int backlogLimit();

        /** How long the database may take to answer the pulse before the screen calls it away. */
        @WithDefault("1.5S")
        Duration pulseTimeout();
    }

    /** Tokens for scripts. */
    interface Tokens {

        /** The private key that signs them, PKCS #8 PEM; absent: none are issued. SMALLRYE_JWT_SIGN_KEY_LOCATION names it. */
        Optional<Path> signKeyFile();

        /** How long a token is good for. */
        @WithDefault("15M")
        Duration life();
    }

    /** Orders by hand. */
    interface Request {

        /** How long a wish to open stays valid, and how long we wait for its answer. */
        @WithDefault("5S")
        Duration validity();
    }
}
