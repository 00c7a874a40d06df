package io.recio.localstack.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.recio.localstack.refusal.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whose signature a release must bear.
 *
 * @param expected cosign's arguments that say so; empty: nobody's
 */
record Signer(List<String> expected) {

    static final String NOBODY = "nobody";
    private static final String GITHUB = "https://token.actions.githubusercontent.com";
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param name the file of a public key, a pattern of the workflow that signed, or {@code nobody}; when missing, the
     *     release workflow of the repository that owns the registry
     */
    static Signer named(@Nullable String name, Registry registry) {
        if (name == null || name.isBlank()) {
            return registry.repository()
                    .map(Signer::releaseWorkflowOf)
                    .orElseThrow(
                            () -> new Refused(
                                    "--signed-by or RECIO_SIGNED_BY must name a public key's file, a pattern"
                                            + " of the workflow that signed, or nobody; only for ghcr.io/OWNER/REPOSITORY it may be left out"));
        }
        if (name.equals(NOBODY)) {
            return new Signer(List.of());
        }
        if (Files.isReadable(Path.of(name))) {
            // Who signs with a key of his own tells no public log.
            return new Signer(List.of("--key", name, "--private-infrastructure"));
        }
        if (!name.contains("://")) {
            throw new Refused(
                    "--signed-by must be a public key's file, a pattern such as ^https://github.com/jane/recio/.*,"
                            + " or nobody; no file is called '" + name + "'");
        }
        return workflow(name);
    }

    private static Signer releaseWorkflowOf(String repository) {
        return workflow("(?i)^https://github\\.com/" + Pattern.quote(repository)
                + "/\\.github/workflows/release\\.yml@refs/tags/v");
    }

    private static Signer workflow(String pattern) {
        return new Signer(List.of("--certificate-identity-regexp", pattern, "--certificate-oidc-issuer", GITHUB));
    }

    /**
     * @param reference what must be signed, such as {@code ghcr.io/jane/recio/main-app:1.2.3}
     * @return the digest that bears the signature; empty when nobody's is asked for
     * @throws Refused when it is not signed so
     */
    Optional<String> check(String reference) throws IOException, InterruptedException {
        if (expected.isEmpty()) {
            return Optional.empty();
        }
        List<String> arguments = new ArrayList<>(List.of("verify", "--output", "json"));
        arguments.addAll(expected);
        arguments.add(reference);
        JsonNode digest = JSON.readTree(Cosign.run(arguments)).at("/0/critical/image/docker-manifest-digest");
        if (!digest.isTextual()) {
            throw new Refused("cosign must name the digest it checked for " + reference + ", named none");
        }
        return Optional.of(digest.asText());
    }
}
