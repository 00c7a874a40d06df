package io.recio.kalshi.auth;

import io.recio.domain.time.SystemClock;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the three access headers of a call or handshake (EXCHANGES, section B).
 *
 * <p>Signed is the time in milliseconds, the method and the path, host and query left out. RSA keys sign with
 * RSASSA-PSS (SHA-256, MGF1 with SHA-256, salt of 32 bytes), Ed25519 keys the bytes as they are. Thread safe.
 */
public final class KalshiSigner {

    public static final String KEY_HEADER = "KALSHI-ACCESS-KEY";
    public static final String TIMESTAMP_HEADER = "KALSHI-ACCESS-TIMESTAMP";
    public static final String SIGNATURE_HEADER = "KALSHI-ACCESS-SIGNATURE";

    private static final PSSParameterSpec PSS =
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, PSSParameterSpec.TRAILER_FIELD_BC);

    private final Optional<CredentialSource> credentials;
    private final SystemClock clock;

    public KalshiSigner(CredentialSource credentials, SystemClock clock) {
        this(Optional.of(credentials), clock);
    }

    private KalshiSigner(Optional<CredentialSource> credentials, SystemClock clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    /** Adds no headers: for the public calls, where no key is configured. */
    public static KalshiSigner unsigned(SystemClock clock) {
        return new KalshiSigner(Optional.empty(), clock);
    }

    /**
     * The headers of one call.
     *
     * @param method GET, POST, PUT or DELETE
     * @param path from the root of the host, such as {@code /trade-api/v2/portfolio/balance}; no query
     */
    public Map<String, String> headers(String method, String path) {
        return credentials.map(source -> sign(source.current(), method, path)).orElse(Map.of());
    }

    private Map<String, String> sign(KalshiCredentials key, String method, String path) {
        String timestamp = Long.toString(clock.now().epochMilli());
        byte[] text = (timestamp + method + path).getBytes(StandardCharsets.UTF_8);
        return Map.of(
                KEY_HEADER, key.keyId(),
                TIMESTAMP_HEADER, timestamp,
                SIGNATURE_HEADER, Base64.getEncoder().encodeToString(signature(key.privateKey(), text)));
    }

    private static byte[] signature(PrivateKey key, byte[] text) {
        try {
            Signature signature;
            if (key instanceof RSAKey) {
                signature = Signature.getInstance("RSASSA-PSS");
                signature.setParameter(PSS);
            } else {
                signature = Signature.getInstance("Ed25519");
            }
            signature.initSign(key);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("API key cannot sign: " + e.getMessage(), e);
        }
    }
}
