package io.recio.trademanager;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** A key pair as main-app and the trade manager have it mounted. */
public final class TokenKeysResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            Path directory = Files.createDirectories(Path.of("target", "token-keys"));
            Path signs = write(
                    directory.resolve("private.pem"),
                    "PRIVATE KEY",
                    pair.getPrivate().getEncoded());
            Path verifies = write(
                    directory.resolve("public.pem"),
                    "PUBLIC KEY",
                    pair.getPublic().getEncoded());
            return Map.of(
                    "smallrye.jwt.sign.key.location", signs.toString(),
                    "mp.jwt.verify.publickey.location", verifies.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("keys cannot be written", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK makes no RSA keys", e);
        }
    }

    @Override
    public void stop() {
        // The files end with the build.
    }

    private static Path write(Path file, String label, byte[] der) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return Files.writeString(file, "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n")
                .toAbsolutePath();
    }
}
