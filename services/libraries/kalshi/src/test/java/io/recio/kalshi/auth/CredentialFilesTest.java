package io.recio.kalshi.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialFilesTest {

    @TempDir
    private Path directory;

    private Path keyId;
    private Path privateKey;
    private int writes;

    @BeforeEach
    void nameFiles() {
        keyId = directory.resolve("key-id");
        privateKey = directory.resolve("private-key.pem");
    }

    @Test
    void readsAReplacedKeyWithoutARestart() throws Exception {
        write(keyId, "first\n");
        write(privateKey, pem());
        CredentialFiles files = new CredentialFiles(keyId, privateKey);
        KalshiCredentials first = files.current();

        write(keyId, "second\n");
        write(privateKey, pem());

        assertThat(first.keyId()).isEqualTo("first");
        assertThat(files.current().keyId()).isEqualTo("second");
        assertThat(files.current().privateKey()).isNotEqualTo(first.privateKey());
    }

    @Test
    void readsAnUnchangedKeyOnce() throws Exception {
        write(keyId, "first");
        write(privateKey, pem());
        CredentialFiles files = new CredentialFiles(keyId, privateKey);

        assertThat(files.current()).isSameAs(files.current());
    }

    @Test
    void keepsTheKeyInUseWhenTheNewOneCannotBeRead() throws Exception {
        write(keyId, "first");
        write(privateKey, pem());
        CredentialFiles files = new CredentialFiles(keyId, privateKey);
        KalshiCredentials first = files.current();

        write(privateKey, "half a fi");

        assertThat(files.current()).isSameAs(first);
        Files.delete(privateKey);
        assertThat(files.current()).isSameAs(first);
    }

    @Test
    void refusesToStartWithoutAKey() throws Exception {
        CredentialFiles files = new CredentialFiles(keyId, privateKey);

        assertThatThrownBy(files::current).isInstanceOf(UncheckedIOException.class);
        write(keyId, "first");
        write(privateKey, "nothing");
        assertThatThrownBy(files::current).isInstanceOf(IllegalArgumentException.class);
    }

    /** Writes with a modification time of its own, so that the test does not depend on the clock's grain. */
    private void write(Path file, String text) throws Exception {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_000_000 + writes++)));
    }

    private static String pem() throws Exception {
        byte[] der = KeyPairGenerator.getInstance("Ed25519")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getEncoder().encodeToString(der)
                + "\n-----END PRIVATE KEY-----\n";
    }
}
