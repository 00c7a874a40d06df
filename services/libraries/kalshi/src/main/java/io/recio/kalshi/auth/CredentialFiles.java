package io.recio.kalshi.auth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The API key in two files, as a mounted Kubernetes secret has it; read again when either file changes.
 *
 * <p>A change that cannot be read (half written, wrong kind) is reported once and the key in use stays. Thread safe.
 */
public final class CredentialFiles implements CredentialSource {

    private static final Logger LOG = Logger.getLogger(CredentialFiles.class);

    private final Path keyIdFile;
    private final Path privateKeyFile;

    private @Nullable KalshiCredentials credentials;
    private @Nullable Version readVersion;
    private boolean complained;

    /**
     * @param keyIdFile holds the key's id, nothing else
     * @param privateKeyFile holds the private key as PEM
     */
    public CredentialFiles(Path keyIdFile, Path privateKeyFile) {
        this.keyIdFile = keyIdFile;
        this.privateKeyFile = privateKeyFile;
    }

    /**
     * @throws UncheckedIOException when the first reading fails
     * @throws IllegalArgumentException when the first reading finds no usable key
     */
    @Override
    public synchronized KalshiCredentials current() {
        KalshiCredentials inUse = credentials;
        try {
            Version version = new Version(stamp(keyIdFile), stamp(privateKeyFile));
            if (inUse != null && version.equals(readVersion)) {
                return inUse;
            }
            readVersion = version;
            KalshiCredentials read =
                    KalshiCredentials.ofPem(Files.readString(keyIdFile), Files.readString(privateKeyFile));
            if (inUse == null || !inUse.keyId().equals(read.keyId())) {
                LOG.infof("Read Kalshi credentials key='%s'", read);
            }
            credentials = read;
            complained = false;
            return read;
        } catch (IOException | IllegalArgumentException e) {
            if (inUse == null) {
                throw e instanceof IOException io ? new UncheckedIOException(io) : (IllegalArgumentException) e;
            }
            if (!complained) {
                LOG.warnf(
                        "Kept the Kalshi credentials in use, the changed files cannot be read reason='%s'",
                        e.getMessage());
                complained = true;
            }
            return inUse;
        }
    }

    private static Stamp stamp(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
    }

    private record Stamp(
            FileTime modified, long size, @Nullable Object fileKey) {}

    private record Version(Stamp keyId, Stamp privateKey) {}
}
