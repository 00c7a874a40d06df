package io.recio.localstack.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recio.localstack.refusal.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignerTest {

    private static final Registry GITHUB = Registry.named("ghcr.io/Jane/recio");
    private static final Registry OWN = Registry.named("registry.example.com:5000/recio");

    @Test
    void githubsRegistryMeansTheReleaseWorkflowOfItsOwnRepository() {
        assertThat(Signer.named(null, GITHUB).expected())
                .containsExactly(
                        "--certificate-identity-regexp",
                        "(?i)^https://github\\.com/\\Qjane/recio\\E/\\.github/workflows/release\\.yml@refs/tags/v",
                        "--certificate-oidc-issuer",
                        "https://token.actions.githubusercontent.com");
    }

    @Test
    void anyOtherRegistryMustBeToldWhoSigns() {
        assertThatThrownBy(() -> Signer.named(" ", OWN))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("--signed-by")
                .hasMessageContaining("nobody");
    }

    @Test
    void aFileIsAPublicKey(@TempDir Path directory) throws IOException {
        Path key = Files.writeString(directory.resolve("cosign.pub"), "key");

        assertThat(Signer.named(key.toString(), GITHUB).expected()).containsSubsequence("--key", key.toString());
    }

    @Test
    void aPatternIsAnotherWorkflow() {
        assertThat(Signer.named("^https://github.com/jane/fork/.*", OWN).expected())
                .contains("^https://github.com/jane/fork/.*");
    }

    @Test
    void aKeyThatIsNotThereIsNotTakenForAPattern() {
        assertThatThrownBy(() -> Signer.named("cosign.pub", GITHUB))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("no file is called 'cosign.pub'");
    }

    @Test
    void nobodyIsAskedForNothing() throws IOException, InterruptedException {
        assertThat(Signer.named("nobody", OWN).check("registry.example.com:5000/recio/main-app:1.2.3"))
                .isEmpty();
    }
}
