package io.recio.failuredetector.detection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One verb on one kind of object.
 *
 * @param kind group/resource, with an empty group for the core's
 * @param names of the objects it is limited to, as a pattern; {@code any} is not limited
 */
record Right(String kind, String verb, String names) {

    private static final String SERVICES = "the services' deployments";
    private static final Pattern LINE = Pattern.compile("(\\S+) \\[(.+)] of (.+)");

    /** What the chart grants; its own test compares its Role with the same lines. */
    static List<Right> granted() {
        try (InputStream lines = Right.class.getResourceAsStream("/rights.txt")) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .flatMap(Right::ofLine)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean covers(Attempt attempt) {
        return attempt.kind().equals(kind)
                && attempt.verb().equals(verb)
                && (names.equals("any") || attempt.name().matches(names));
    }

    private static Stream<Right> ofLine(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("line must be KIND [VERBS] of NAMES, was: " + line);
        }
        String names = parts.group(3).equals(SERVICES) ? "recio-[a-z-]+" : parts.group(3);
        return Stream.of(parts.group(2).split(", ")).map(verb -> new Right(parts.group(1), verb, names));
    }

    @Override
    public String toString() {
        return verb + " " + kind;
    }
}
