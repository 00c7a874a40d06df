package io.recio.localstack.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;

/** A key pair as two PEM files: PKCS #8 and X.509 SubjectPublicKeyInfo. */
public record KeyFiles(Path privateKey, Path publicKey) {

    /** What the keys are for decides their kind. */
    public enum Kind {
        /** Kalshi's request signatures. */
        ED25519("Ed25519", 0),
        /** JSON web tokens (RS256). */
        RSA("RSA", 2048);

        private final String algorithm;
        private final int bits;

        Kind(String algorithm, int bits) {
            this.algorithm = algorithm;
            this.bits = bits;
        }

        private KeyPair generate() throws GeneralSecurityException {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (bits > 0) {
                generator.initialize(bits);
            }
            return generator.generateKeyPair();
        }
    }

    static KeyFiles in(Path directory, String name, Kind kind) {
        KeyFiles files =
                new KeyFiles(directory.resolve(name + "-private.pem"), directory.resolve(name + "-public.pem"));
        try {
            if (!Files.exists(files.privateKey) || !Files.exists(files.publicKey)) {
                KeyPair pair = kind.generate();
                AtomicFile.write(
                        files.privateKey, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
                AtomicFile.write(
                        files.publicKey, pem("PUBLIC KEY", pair.getPublic().getEncoded()));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("keys cannot be written: " + files.privateKey, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK makes no " + kind.algorithm + " keys", e);
        }
    }

    static String pem(String label, byte[] der) {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }
}
