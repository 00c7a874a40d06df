package io.recio.localstack.release;

import io.recio.localstack.refusal.Refused;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the images and the chart of our releases lie.
 *
 * @param name host and path, such as {@code ghcr.io/jane/recio}
 */
record Registry(String name) {

    private static final Pattern NAME = Pattern.compile("([a-z0-9.-]+)(:\\d+)?(/[a-z0-9._-]+)*");
    private static final Pattern AT_GITHUB = Pattern.compile("ghcr\\.io/([^/]+/[^/]+)");

    /**
     * @param name upper case counts as lower, which is all that registries know
     * @throws Refused when it is none
     */
    static Registry named(@Nullable String name) {
        if (name == null || name.isBlank()) {
            throw new Refused("a registry must be named by --registry or RECIO_REGISTRY, such as ghcr.io/jane/recio");
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (!NAME.matcher(lower).matches()) {
            throw new Refused("a registry must be host[:port]/path, such as ghcr.io/jane/recio, was '" + name + "'");
        }
        return new Registry(lower);
    }

    /** Registries speak TLS, but for one on this machine. */
    boolean isPlain() {
        Matcher parts = NAME.matcher(name);
        return parts.matches()
                && (parts.group(1).equals("localhost") || parts.group(1).equals("127.0.0.1"));
    }

    /** Where charts are pushed to. */
    String charts() {
        return "oci://" + name + "/charts";
    }

    /** The chart's own name, without a version. */
    String chart() {
        return name + "/charts/" + ChartPackage.NAME;
    }

    /** The repository whose workflow publishes here, when GitHub's registry says so. */
    Optional<String> repository() {
        Matcher github = AT_GITHUB.matcher(name);
        return github.matches() ? Optional.of(github.group(1)) : Optional.empty();
    }
}
