package io.recio.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What continuous integration may do: actions by commit, rights by job, steps that a person could run from a clone, and
 * secrets only where an environment guards them.
 */
class WorkflowsTest {

    private static final Path GITHUB = Path.of("../../.github");

    private static final YAMLMapper YAML = new YAMLMapper();

    private static final Pattern PINNED = Pattern.compile("[\\w.-]+/[\\w./-]+@[0-9a-f]{40}");
    private static final Pattern PINNED_WITH_VERSION =
            Pattern.compile("uses: [\\w.-]+/[\\w./-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+");

    /** A verb of recio or a script of this repository, perhaps with arguments; nothing chained. */
    private static final Pattern COMMAND = Pattern.compile("(\\./recio|\\.ci/run|native-build/|k8s/)[^;&|<>`\\n]*");

    private static final String GATE = "test \"$BAD\" = false";

    private static final Set<String> WRITES_ALLOWED_TO_RELEASE = Set.of("packages", "id-token", "attestations");

    /** @param file whose job it is, for messages */
    private record Job(String file, String name, JsonNode body, JsonNode workflow) {

        List<JsonNode> steps() {
            List<JsonNode> steps = new ArrayList<>();
            body.path("steps").forEach(steps::add);
            return steps;
        }

        @Override
        public String toString() {
            return file + ", job " + name;
        }
    }

    @Test
    void everyJobIsSeen() {
        assertThat(jobs())
                .extracting(job -> job.file() + " " + job.name())
                .contains("build.yml tests", "build.yml gate", "release.yml images", "deploy.yml deploy");
    }

    @Test
    void actionsArePinnedToACommitWithTheVersionBeside() throws IOException {
        for (Job job : jobs()) {
            for (JsonNode step : job.steps()) {
                if (step.has("uses")) {
                    assertThat(step.get("uses").asText()).as(job.toString()).matches(PINNED);
                }
            }
        }
        for (Path file : files()) {
            assertThat(Files.readAllLines(file))
                    .as(file.toString())
                    .filteredOn(line -> line.contains("uses: "))
                    .allMatch(line -> PINNED_WITH_VERSION.matcher(line).find());
        }
    }

    @Test
    void rightsAreReadOnlyUnlessAJobOfTheReleaseSaysOtherwise() {
        for (Job job : jobs()) {
            assertThat(job.workflow().path("permissions"))
                    .as(job.file() + " must state permissions")
                    .isEqualTo(YAML.createObjectNode().put("contents", "read"));
            job.body().path("permissions").properties().forEach(right -> {
                if (right.getValue().asText().equals("write")) {
                    assertThat(job.file()).as(job + " writes " + right.getKey()).isEqualTo("release.yml");
                    assertThat(WRITES_ALLOWED_TO_RELEASE).as(job.toString()).contains(right.getKey());
                }
            });
        }
    }

    @Test
    void eachStepIsOneCommandThatAPersonCouldRun() {
        for (Job job : jobs()) {
            for (JsonNode step : job.steps()) {
                String run = step.path("run").asText(GATE);
                if (!run.equals(GATE)) {
                    assertThat(run).as(job.toString()).matches(COMMAND);
                    Path script = GITHUB.resolve("..").resolve(run.split(" ")[0]);
                    assertThat(script).as(job.toString()).isExecutable();
                }
            }
        }
    }

    /** An expression in a command is text of strangers made part of a program. */
    @Test
    void noCommandHoldsAnExpression() {
        for (Job job : jobs()) {
            for (JsonNode step : job.steps()) {
                assertThat(step.path("run").asText()).as(job.toString()).doesNotContain("${{");
            }
        }
    }

    @Test
    void everyJobEndsInTime() {
        for (Job job : jobs()) {
            assertThat(job.body().path("timeout-minutes").asInt())
                    .as(job.toString())
                    .isBetween(1, 120);
        }
    }

    @Test
    void noCheckoutLeavesItsTokenBehind() {
        for (Job job : jobs()) {
            for (JsonNode step : job.steps()) {
                if (step.path("uses").asText().startsWith("actions/checkout@")) {
                    assertThat(step.path("with").path("persist-credentials").asText("true"))
                            .as(job.toString())
                            .isEqualTo("false");
                }
            }
        }
    }

    @Test
    void everyDeploymentAsksTheEnvironmentsPeople() {
        assertThat(jobs())
                .filteredOn(job -> job.file().equals("deploy.yml"))
                .isNotEmpty()
                .allMatch(job -> job.body().has("environment"));
    }

    /** A service without an image of its own would be found missing by those who install the release. */
    @Test
    void buildsANativeProgramOfEachService() throws IOException {
        Set<String> runnable = new TreeSet<>();
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            for (Path module : modules.toList()) {
                Path pom = module.resolve("pom.xml");
                if (Files.exists(pom)
                        && Files.readString(pom).contains("<artifactId>quarkus-maven-plugin</artifactId>")) {
                    runnable.add(module.getFileName().toString());
                }
            }
        }
        Set<String> built = new TreeSet<>();
        jobs().stream()
                .filter(job -> job.file().equals("build.yml") && job.name().equals("native"))
                .forEach(job ->
                        job.body().at("/strategy/matrix/service").forEach(service -> built.add(service.asText())));
        assertThat(built).isEqualTo(runnable);
    }

    private static List<Job> jobs() {
        List<Job> jobs = new ArrayList<>();
        for (Path file : files()) {
            JsonNode workflow = read(file);
            workflow.path("jobs")
                    .properties()
                    .forEach(job ->
                            jobs.add(new Job(file.getFileName().toString(), job.getKey(), job.getValue(), workflow)));
        }
        return jobs;
    }

    private static List<Path> files() {
        try (Stream<Path> files = Files.list(GITHUB.resolve("workflows"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("workflow cannot be read: " + file, e);
        }
    }
}
