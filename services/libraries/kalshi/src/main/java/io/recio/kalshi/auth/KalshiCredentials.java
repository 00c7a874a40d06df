package io.recio.kalshi.auth;

import java.security.PrivateKey;

/**
 * An API key: its id and the private key that signs for it.
 *
 * @param keyId the id the exchange shows beside the key
 * @param privateKey RSA (signs with PSS) or Ed25519
 */
public record KalshiCredentials(String keyId, PrivateKey privateKey) {

    public KalshiCredentials {
        if (keyId.isBlank()) {
            throw new IllegalArgumentException("API key id must not be blank");
        }
    }

    /**
     * Reads the private key from PEM: RSA as PKCS#1 or PKCS#8, Ed25519 as PKCS#8; the kind is found by parsing.
     *
     * @throws IllegalArgumentException when the text holds none of these; the message never repeats the text
     */
    public static KalshiCredentials ofPem(String keyId, String pem) {
        return new KalshiCredentials(keyId.strip(), PemPrivateKey.parse(pem));
    }

    /** The id's first characters and the kind of key: enough to tell two keys apart, too little to use one. */
    @Override
    public String toString() {
        String shown = keyId.length() <= 8 ? "…" : keyId.substring(0, 8) + "…";
        return "API key " + shown + " (" + privateKey.getAlgorithm() + ")";
    }
}
