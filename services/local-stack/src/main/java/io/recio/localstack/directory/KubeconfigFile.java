package io.recio.localstack.directory;

import io.recio.localstack.refusal.Refused;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the way into a cluster is written. */
public final class KubeconfigFile {

    private KubeconfigFile() {}

    /**
     * The given one, otherwise that of {@code KUBECONFIG}, otherwise the user's own.
     *
     * @throws Refused when it cannot be read
     */
    public static Path of(@Nullable Path given) {
        String named = System.getenv("KUBECONFIG");
        Path file = given != null
                ? given
                : named != null && !named.isBlank()
                        ? Path.of(named)
                        : Path.of(System.getProperty("user.home"), ".kube", "config");
        if (!Files.isReadable(file)) {
            throw new Refused("a kubeconfig is needed, " + file + " cannot be read; name one with --kubeconfig");
        }
        return file.toAbsolutePath();
    }
}
