package io.recio.simulator.kalshi.access;

import io.recio.domain.time.SystemTime;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Verifies signed requests: timestamp, method and path, by RSASSA-PSS (SHA-256, salt 32) or Ed25519
 * (EXCHANGES, section B).
 */
public final class SignatureCheck {

    /** The header that names the key. */
    public static final String KEY = "KALSHI-ACCESS-KEY";

    /** The header with unix milliseconds. */
    public static final String TIMESTAMP = "KALSHI-ACCESS-TIMESTAMP";

    /** The header with the signature in base64. */
    public static final String SIGNATURE = "KALSHI-ACCESS-SIGNATURE";

    private static final PSSParameterSpec PSS =
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

    private final KeyRing keys;
    private final Duration window;

    public SignatureCheck(KeyRing keys, Duration window) {
        this.keys = keys;
        this.window = window;
    }

    /** What a request says about its signer; a header that is missing is null. */
    public record Claim(
            @Nullable String key,
            @Nullable String timestamp,
            @Nullable String signature) {}

    /**
     * Why the request is not let in, none when it is.
     *
     * @param path with {@code /trade-api/…}, without the query
     * @param now the clock the exchange judges by
     */
    public Optional<String> refusal(Claim claim, String method, String path, SystemTime now) {
        if (claim.key() == null || claim.timestamp() == null || claim.signature() == null) {
            return Optional.of("NOT_AUTHENTICATED");
        }
        Optional<KeyRing.Key> key = keys.key(claim.key());
        if (key.isEmpty()) {
            return Optional.of("NOT_FOUND");
        }
        if (isOutsideWindow(claim.timestamp(), now)) {
            return Optional.of("HEADER_TIMESTAMP_EXPIRED");
        }
        String text = claim.timestamp() + method + path;
        return isSigned(key.get().publicKey(), text, claim.signature())
                ? Optional.empty()
                : Optional.of("INCORRECT_API_KEY_SIGNATURE");
    }

    /** Whether the key may change anything; one that is not known may not. */
    public boolean mayWrite(String key) {
        return keys.key(key).filter(KeyRing.Key::mayWrite).isPresent();
    }

    private boolean isOutsideWindow(String timestamp, SystemTime now) {
        try {
            long off = Math.abs(Long.parseLong(timestamp) - now.epochMilli());
            return off > window.toMillis();
        } catch (NumberFormatException e) {
            return true;
        }
    }

    private static boolean isSigned(PublicKey key, String text, String signature) {
        try {
            Signature verifier = verifier(key);
            verifier.initVerify(key);
            verifier.update(text.getBytes(StandardCharsets.UTF_8));
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // Neither base64 nor a signature of this key's form: not signed.
            return false;
        }
    }

    private static Signature verifier(PublicKey key) throws GeneralSecurityException {
        if (key instanceof RSAPublicKey) {
            Signature verifier = Signature.getInstance("RSASSA-PSS");
            verifier.setParameter(PSS);
            return verifier;
        }
        return Signature.getInstance("Ed25519");
    }
}
