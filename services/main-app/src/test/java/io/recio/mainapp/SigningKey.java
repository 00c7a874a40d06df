package io.recio.mainapp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;

/** The key that signs tokens in tests, and its other half. */
public final class SigningKey {

    private static final KeyPair PAIR = generated();

    private SigningKey() {}

    public static PublicKey verifying() {
        return PAIR.getPublic();
    }

    static Path written() {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(PAIR.getPrivate().getEncoded());
        try {
            return Files.writeString(
                            Path.of("target", "token-private.pem"),
                            "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n")
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException("key cannot be written", e);
        }
    }

    private static KeyPair generated() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK makes no RSA keys", e);
        }
    }
}
