package io.recio.kalshi.auth;

/** Gives the API key to sign with now; asked before every signature, so that a key can be replaced while we run. */
@FunctionalInterface
public interface CredentialSource {

    KalshiCredentials current();

    static CredentialSource fixed(KalshiCredentials credentials) {
        return () -> credentials;
    }
}
