package io.recio.mainapp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
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

    /** Login at an identity provider. */
    Oidc oidc();

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

        /** The least time between two readings of one topic; shorter than the 50 ms in which one symbol may change once. */
        @WithDefault("0.02S")
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

    /** Login at an identity provider (OpenID Connect, authorization code with PKCE). The passwords go on to work beside it. */
    interface Oidc {

        /**
         * As the provider's ID tokens name it; HTTPS, or HTTP on this machine. Asked for its document at each login. Absent:
         * passwords only.
         */
        Optional<URI> issuer();

        /** Who we are there; needed with an issuer. */
        Optional<String> clientId();

        /** Holds the client's secret, read at each login; needed with an issuer. */
        Optional<Path> clientSecretFile();

        /** Certificates (PEM) of the authorities that sign the provider's, read at the start. Absent: those this Java knows. */
        Optional<Path> caFile();

        /** What the button says after "Sign in with". */
        @WithDefault("single sign-on")
        String label();

        /** What is asked for; {@code openid} must be among them. */
        @WithDefault("openid,profile,email")
        List<String> scopes();

        /** The claim of the ID token with the groups, a text or a list; dots lead into objects: {@code realm_access.roles}. */
        @WithDefault("groups")
        String groupsClaim();

        /** The claim that names a new user; the name stays as it first was. */
        @WithDefault("preferred_username")
        String nameClaim();

        /** Groups that look. */
        Optional<List<String>> viewerGroups();

        /** Groups that trade. */
        Optional<List<String>> traderGroups();

        /** Groups that also set limits and keep users. Somebody in no group of these three is refused. */
        Optional<List<String>> adminGroups();

        /** Our own address as browsers see it, registered there with {@code /api/v1/oidc/callback}; absent: the one they asked. */
        Optional<URI> publicUrl();

        /** How long the provider may take for one answer. */
        @WithDefault("5S")
        Duration timeout();

        /** How long a confirmation at the provider stands for the password, once. */
        @WithDefault("2M")
        Duration proofLife();
    }
}
