package io.recio.kalshi.auth;

import io.recio.domain.time.SystemClock;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /** How often what {@link #signAhead} gives must run. */
    public static final Duration AHEAD_STEP = PreparedSignatures.STEP;

    private static final PSSParameterSpec PSS =
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, PSSParameterSpec.TRAILER_FIELD_BC);

    private final Optional<CredentialSource> credentials;
    private final SystemClock clock;
    private volatile @Nullable Ahead ahead;

    /** The one call signed ahead of its time. */
    private record Ahead(String method, String path, PreparedSignatures signatures) {}

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

    /** The id of the key in use; empty where only public calls are made. */
    public Optional<String> keyId() {
        return credentials.map(source -> source.current().keyId());
    }

    /**
     * The headers of one call.
     *
     * @param method GET, POST, PUT or DELETE
     * @param path from the root of the host, such as {@code /trade-api/v2/portfolio/balance}; no query
     */
    public Map<String, String> headers(String method, String path) {
        return credentials
                .map(source -> prepared(method, path)
                        .orElseGet(() ->
                                sign(source.current(), method, path, clock.now().epochMilli())))
                .orElse(Map.of());
    }

    /**
     * From now on signs the call ahead of its time, so that {@link #headers} need not; without a key there is nothing to do.
     *
     * @return to be run every {@link #AHEAD_STEP}, on a thread that may take its time
     */
    public Runnable signAhead(String method, String path) {
        if (credentials.isEmpty()) {
            return () -> {};
        }
        CredentialSource source = credentials.get();
        PreparedSignatures signatures = new PreparedSignatures(source, clock, time -> {
            KalshiCredentials key = source.current();
            return new PreparedSignatures.Made(key, sign(key, method, path, time));
        });
        ahead = new Ahead(method, path, signatures);
        return signatures::prepare;
    }

    private Optional<Map<String, String>> prepared(String method, String path) {
        Ahead made = ahead;
        return made != null && made.method().equals(method) && made.path().equals(path)
                ? made.signatures().take()
                : Optional.empty();
    }

    private static Map<String, String> sign(KalshiCredentials key, String method, String path, long time) {
        String timestamp = Long.toString(time);
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
