package io.recio.simulator.kalshi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;

/** Key pairs made for this run; the public halves lie where the simulator looks, the private ones beside them. */
public final class TestKeys {

    public static final String RSA = "rsa-key";
    public static final String ED25519 = "ed-key";
    public static final String READER = "reader-key";

    private static final Path DIRECTORY = directory("kalshi-keys");
    private static final KeyPair RSA_PAIR = register("RSA", RSA + ".pem");
    private static final KeyPair ED_PAIR = register("Ed25519", ED25519 + ".pem");
    private static final KeyPair READER_PAIR = register("Ed25519", READER + ".read.pem");

    private TestKeys() {}

    public static Path directory() {
        return DIRECTORY;
    }

    /** The private half of the RSA key as PKCS#8. */
    public static Path rsaPrivateFile() {
        return write(
                DIRECTORY.resolve("rsa-private.key"),
                "PRIVATE KEY",
                RSA_PAIR.getPrivate().getEncoded());
    }

    /** A signature by the key of that name. */
    public static String sign(String key, String text) {
        return switch (key) {
            case RSA -> signature("RSASSA-PSS", RSA_PAIR.getPrivate(), text);
            case READER -> signature("Ed25519", READER_PAIR.getPrivate(), text);
            default -> signature("Ed25519", ED_PAIR.getPrivate(), text);
        };
    }

    private static String signature(String algorithm, PrivateKey key, String text) {
        try {
            Signature signer = Signature.getInstance(algorithm);
            if (algorithm.equals("RSASSA-PSS")) {
                signer.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
            }
            signer.initSign(key);
            signer.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot sign", e);
        }
    }

    private static KeyPair register(String algorithm, String file) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(algorithm).generateKeyPair();
            write(DIRECTORY.resolve(file), "PUBLIC KEY", pair.getPublic().getEncoded());
            return pair;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot make a key", e);
        }
    }

    private static Path write(Path file, String kind, byte[] encoded) {
        try {
            String body = Base64.getMimeEncoder().encodeToString(encoded);
            return Files.writeString(file, "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path directory(String name) {
        try {
            return Files.createTempDirectory(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
