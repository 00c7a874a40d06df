package io.recio.localstack.release;

import io.recio.localstack.refusal.Refused;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which release: the version of its chart and the tag of its images.
 *
 * @param name semantic, without build metadata, which no tag can hold
 */
record ReleaseVersion(String name) {

    private static final Pattern NAME = Pattern.compile("v?(\\d+\\.\\d+\\.\\d+(-[0-9A-Za-z.-]+)?)");

    /**
     * @param name also as a release is tagged, {@code v1.2.3}
     * @throws Refused when it is none
     */
    static ReleaseVersion named(@Nullable String name) {
        Matcher version = NAME.matcher(name == null ? "" : name);
        if (!version.matches()) {
            throw new Refused("a version must be such as 1.2.3 or 1.2.3-rc.1, was "
                    + (name == null ? "missing" : "'" + name + "'"));
        }
        return new ReleaseVersion(version.group(1));
    }
}
