package io.recio.mainapp.login;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Random secrets and their hashes. */
@Singleton
public class Tokens {

    private static final int TOKEN_BYTES = 32;
    private static final int PASSWORD_BYTES = 15;

    private final SecureRandom random = new SecureRandom();

    /** 256 random bits as text without padding. */
    public String token() {
        return text(TOKEN_BYTES);
    }

    /** 120 random bits: 20 characters to type once. */
    public String password() {
        return text(PASSWORD_BYTES);
    }

    /** SHA-256, hexadecimal. */
    public static String hash(String text) {
        return HexFormat.of().formatHex(digest(text));
    }

    /** PKCE's S256 challenge of a verifier (RFC 7636, section 4.2). */
    public static String challenge(String verifier) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest(verifier));
    }

    /** Whether both are the same, in a time that tells nothing. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 must be there", e);
        }
    }

    private String text(int bytes) {
        byte[] bits = new byte[bytes];
        random.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
