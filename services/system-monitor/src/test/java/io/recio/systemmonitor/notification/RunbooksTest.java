package io.recio.systemmonitor.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each alert that any service, or the database itself, raises has its page, and no page is left of an alert that nobody raises. */
class RunbooksTest {

    private static final Path RUNBOOKS = Path.of("runbooks");
    private static final Path SERVICES = Path.of("..");
    private static final Path MIGRATIONS = Path.of("../../db/migration");

    /** As calls that raise one look: severity and code, an executor's raise with the code first, or a code passed on. */
    private static final List<Pattern> RAISED = List.of(
            Pattern.compile("Severity\\.\\w+,\\s*\"([A-Z][A-Z_]+)\""),
            Pattern.compile("alerts\\.raise\\(\\s*(?:statements,\\s*|transaction,\\s*)?\"([A-Z][A-Z_]+)\""),
            Pattern.compile("AlertRaised\\(\\s*[^,]+,\\s*severity,\\s*\"([A-Z][A-Z_]+)\""),
            Pattern.compile("giveUp\\(\\s*each,\\s*\"([A-Z][A-Z_]+)\""),
            Pattern.compile("VALUES \\('critical', '([A-Z][A-Z_]+)'"));

    /** A code by the name of a constant of the same class. */
    private static final Pattern RAISED_BY_NAME = Pattern.compile("Severity\\.\\w+,\\s*([A-Z][A-Z_]+),");

    @Test
    void hasAPageForEachAlertAndNoneBeside() throws IOException {
        SortedSet<String> raised = raised();
        assertThat(raised).contains("INCIDENT", "KILL_SWITCH_TRIPPED", "FEED_GAP", "UNATTRIBUTED_FILL", "DISK_FULL");
        assertThat(pages()).isEqualTo(raised);
    }

    @Test
    void tellsMeaningImpactDiagnosisAndMitigationOnEachPage() throws IOException {
        for (String code : pages()) {
            assertThat(Files.readAllLines(RUNBOOKS.resolve(code + ".md")).stream()
                            .filter(line -> line.startsWith("#")))
                    .as(code)
                    .containsExactly("# " + code, "## Meaning", "## Impact", "## Diagnosis", "## Mitigation");
        }
    }

    private static SortedSet<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(RUNBOOKS)) {
            TreeSet<String> codes = new TreeSet<>();
            files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("README.md"))
                    .forEach(name -> codes.add(name.replaceFirst("\\.md$", "")));
            return codes;
        }
    }

    private static SortedSet<String> raised() throws IOException {
        TreeSet<String> codes = new TreeSet<>();
        try (Stream<Path> services = Files.walk(SERVICES);
                Stream<Path> migrations = Files.list(MIGRATIONS)) {
            Stream.concat(
                            services.filter(file -> file.toString().endsWith(".java"))
                                    .filter(file -> file.toString().contains("/src/main/java/")),
                            migrations)
                    .map(RunbooksTest::text)
                    .forEach(source -> codes.addAll(raised(source)));
        }
        return codes;
    }

    private static SortedSet<String> raised(String source) {
        TreeSet<String> codes = new TreeSet<>();
        RAISED.forEach(pattern -> pattern.matcher(source).results().forEach(found -> codes.add(found.group(1))));
        RAISED_BY_NAME
                .matcher(source)
                .results()
                .map(named -> Pattern.compile("String " + named.group(1) + " = \"([A-Z][A-Z_]+)\""))
                .forEach(constant -> constant.matcher(source).results().forEach(found -> codes.add(found.group(1))));
        return codes;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
