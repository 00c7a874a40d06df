package io.recio.localstack.directory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

/**
 * A server's certificate and key as other programs want them.
 *
 * @param certificate PEM
 * @param key PKCS #8 PEM
 */
public record PemFiles(String certificate, String key) {

    public static PemFiles of(ServerCertificate made) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        char[] password = made.password().toCharArray();
        try (InputStream in = Files.newInputStream(made.server())) {
            store.load(in, password);
        }
        return new PemFiles(
                KeyFiles.pem(
                        "CERTIFICATE",
                        store.getCertificate(ServerCertificate.ALIAS).getEncoded()),
                KeyFiles.pem(
                        "PRIVATE KEY",
                        store.getKey(ServerCertificate.ALIAS, password).getEncoded()));
    }

    /** Writes {@code tls.crt} and {@code tls.key}. */
    public void write(Path directory) throws IOException {
        Files.writeString(directory.resolve("tls.crt"), certificate);
        Files.writeString(directory.resolve("tls.key"), key);
    }
}
