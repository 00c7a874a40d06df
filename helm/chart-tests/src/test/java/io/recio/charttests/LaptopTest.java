package io.recio.charttests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** An installation for which nothing is prepared: its own database, its own secrets, its own clock. */
class LaptopTest {

    private static final Map<String, String> CLOCK = Map.of(
            "clock.businessAnchor", "2026-11-28T14:02:00Z",
            "clock.systemAnchor", "2026-11-28T20:00:00.5Z",
            "clock.speed", "30");

    private final Chart chart = Chart.rendered(Chart.LAPTOP);
    private final Chart hooks = Chart.hooks(Chart.LAPTOP);

    @Test
    void isWhatTheValuesFileForLaptopsSays() throws IOException {
        Map<String, String> file = new HashMap<>();
        flatten(
                "",
                new YAMLMapper()
                        .readTree(Chart.REPOSITORY
                                .resolve("k8s/laptop/values.yaml")
                                .toFile()),
                file);
        file.remove("mode", "simulated");
        assertThat(file).isEqualTo(Chart.LAPTOP);
    }

    @Test
    void runsPostgresOnlyWhenAsked() {
        assertThat(Chart.rendered().all("StatefulSet")).isEmpty();
        assertThat(chart.names("StatefulSet")).containsExactly("recio-postgresql");
        assertThat(chart.one("Service", "recio-postgresql")
                        .at("/spec/ports/0/port")
                        .asInt())
                .isEqualTo(5432);
        assertThat(chart.pod("trade-manager").environment())
                .containsEntry("RECIO_DATABASE_URL", "postgresql://recio-postgresql:5432/recio?sslmode=disable");
    }

    @Test
    void refusesItsOwnDatabaseForRealMoney() {
        Map<String, String> live = new HashMap<>(Chart.LIVE);
        live.put("postgresql.enabled", "true");
        assertThatThrownBy(() -> Chart.rendered(live))
                .hasMessageContaining(
                        "mode live needs a database that survives its node: postgresql.enabled must be false");
    }

    @Test
    void migratesItsOwnDatabaseBesideTheServicesWhateverTheHookSays() {
        Pod migrator = Pod.of(chart.one("Job", "recio-database-migrator-1"));
        assertThat(migrator.environment())
                .containsEntry(
                        "DATABASE_MIGRATOR_JDBC_URL", "jdbc:postgresql://recio-postgresql:5432/recio?sslmode=disable")
                .containsEntry("DATABASE_MIGRATOR_INSTALLATION_MODE", "simulated")
                .containsEntry("DATABASE_MIGRATOR_INSTALLATION_ACCOUNT", "simulated");
        assertThat(chart.one("Job", "recio-database-migrator-1")
                        .at("/spec/backoffLimit")
                        .asInt())
                .isEqualTo(10);
        assertThat(hooks.names("Job")).containsExactly("recio-secret-maker");
        assertThat(Chart.hooks(Map.of()).names("Job")).containsExactly("recio-database-migrator");
    }

    @Test
    void keepsTheDataWhenTheReleaseGoesUnlessToldOtherwise() {
        JsonNode claim = chart.one("StatefulSet", "recio-postgresql").at("/spec/volumeClaimTemplates/0");
        assertThat(claim.at("/metadata/name").asText()).isEqualTo("data");
        assertThat(claim.at("/spec/resources/requests/storage").asText()).isEqualTo("8Gi");
        assertThat(claim.path("spec").has("storageClassName")).isFalse();

        Map<String, String> fleeting = new HashMap<>(Chart.LAPTOP);
        fleeting.put("postgresql.storage.persistent", "false");
        JsonNode without = Chart.rendered(fleeting).one("StatefulSet", "recio-postgresql");
        assertThat(without.path("spec").has("volumeClaimTemplates")).isFalse();
        assertThat(without.at("/spec/template/spec/volumes"))
                .extracting(volume -> volume.path("name").asText() + volume.path("emptyDir"))
                .contains("data{}");
        assertThat(Chart.notes(fleeting)).contains("Its data ends with its pod.");
    }

    @Test
    void runsPostgresAndTheSecretMakerAsRestrictedAsEverybody() {
        List<Pod> pods = List.of(
                Pod.of(chart.one("StatefulSet", "recio-postgresql")), Pod.of(hooks.one("Job", "recio-secret-maker")));
        assertThat(pods).allSatisfy(pod -> {
            assertThat(pod.spec().at("/securityContext/runAsNonRoot").asBoolean())
                    .as(pod.owner())
                    .isTrue();
            assertThat(pod.spec().at("/securityContext/seccompProfile/type").asText())
                    .isEqualTo("RuntimeDefault");
            JsonNode container = pod.container().path("securityContext");
            assertThat(container.path("allowPrivilegeEscalation").asBoolean(true))
                    .isFalse();
            assertThat(container.path("readOnlyRootFilesystem").asBoolean()).isTrue();
            assertThat(texts(container.at("/capabilities/drop"))).containsExactly("ALL");
            assertThat(pod.container().at("/resources/limits/memory").asText()).endsWith("Mi");
        });
        assertThat(pods.getFirst().spec().at("/securityContext/runAsUser").asInt())
                .isEqualTo(999);
        assertThat(pods.getFirst().spec().path("automountServiceAccountToken").asBoolean(true))
                .isFalse();
        assertThat(pods.getLast().spec().at("/securityContext/runAsUser").asInt())
                .isEqualTo(1001);
    }

    @Test
    void makesEverySecretThatAPodReads() {
        TreeSet<String> read = new TreeSet<>();
        chart.pods().forEach(pod -> {
            read.addAll(pod.mountedSecrets());
            pod.environment().values().stream()
                    .filter(value -> value.matches("recio-database-[a-z-]+/(username|password)"))
                    .forEach(value -> read.add(value.substring(0, value.indexOf('/'))));
        });
        assertThat(read).hasSize(15);
        assertThat(made()).containsExactlyElementsOf(read);
    }

    @Test
    void mayReadOnlyTheSecretsItMakesAndOnlyWhileItRuns() {
        JsonNode rules = hooks.one("Role", "recio-secret-maker").path("rules");
        assertThat(rules).hasSize(3);
        assertThat(texts(rules.at("/0/verbs"))).containsExactly("create");
        assertThat(texts(rules.at("/1/verbs"))).containsExactly("get");
        assertThat(new TreeSet<>(texts(rules.at("/1/resourceNames")))).isEqualTo(made());
        assertThat(hooks.all())
                .allSatisfy(object -> assertThat(object.at("/metadata/annotations/helm.sh~1hook-delete-policy")
                                .asText())
                        .as(Chart.name(object))
                        .isEqualTo("before-hook-creation,hook-succeeded"));
        assertThat(chart.names("Role")).containsExactly("recio-cascading-failure-detector");
    }

    /** Helm goes back to no revision whose job still exists, and an upgrade that fails early leaves it. */
    @Test
    void removesItsOwnRevisionsJobsBeforeHelmGoesBackToIt() {
        JsonNode maker = hooks.one("Job", "recio-secret-maker");
        assertThat(maker.at("/metadata/annotations/recio.test~1hook").asText())
                .isEqualTo("pre-install,pre-upgrade,pre-rollback");
        assertThat(texts(maker.at("/spec/template/spec/containers/0/args")))
                .contains("--forget-job=recio-database-migrator-1")
                .doesNotContain("--forget-job=recio-restore-1");
        JsonNode right = hooks.one("Role", "recio-secret-maker").at("/rules/2");
        assertThat(texts(right.path("resources"))).containsExactly("jobs");
        assertThat(texts(right.path("verbs"))).containsExactly("delete");
        assertThat(texts(right.path("resourceNames"))).containsExactly("recio-database-migrator-1");

        Map<String, String> restoring = new HashMap<>(Chart.LAPTOP);
        restoring.put("backup.restore.enabled", "true");
        assertThat(texts(
                        Chart.hooks(restoring).one("Role", "recio-secret-maker").at("/rules/2/resourceNames")))
                .containsExactly("recio-database-migrator-1", "recio-restore-1");
    }

    @Test
    void asksForNoRightOnJobsWhereTheMigrationIsAHook() {
        assertThat(Chart.hooks(Map.of("secrets.generate", "true"))
                        .one("Role", "recio-secret-maker")
                        .path("rules"))
                .hasSize(2);
    }

    @Test
    void makesNoSecretUnlessAskedAndNeverAnAdministratorsOfAnotherServer() {
        assertThat(Chart.hooks(Map.of()).names("Job")).doesNotContain("recio-secret-maker");
        String external = Chart.hooks(Map.of("secrets.generate", "true"))
                .one("Job", "recio-secret-maker")
                .at("/spec/template/spec/containers/0/args")
                .toString();
        assertThat(external).contains("--password=recio-database-main-app").doesNotContain("--login");
    }

    @Test
    void letsInTheFirstAdminByTheGivenPassword() {
        Pod main = chart.pod("main-app");
        assertThat(main.environment())
                .containsEntry("RECIO_FIRST_ADMIN_PASSWORD_FILE", "/etc/recio/first-admin/password");
        assertThat(main.mountedSecrets()).contains("recio-first-admin");
        assertThat(Chart.notes(Chart.LAPTOP))
                .contains("kubectl -n trading get secret recio-first-admin -o jsonpath='{.data.password}' | base64 -d");
    }

    @Test
    void givesSimulatorAndDatabaseTheSameClock() {
        Map<String, String> values = new HashMap<>(Chart.LAPTOP);
        values.putAll(CLOCK);
        Chart fast = Chart.rendered(values);
        assertThat(fast.pod("exchange-simulator").environment())
                .containsEntry("RECIO_CLOCK_BUSINESS_ANCHOR", "2026-11-28T14:02:00Z")
                .containsEntry("RECIO_CLOCK_SYSTEM_ANCHOR", "2026-11-28T20:00:00.5Z")
                .containsEntry("RECIO_CLOCK_SPEED", "30");
        assertThat(Pod.of(fast.one("Job", "recio-database-migrator-1")).environment())
                .containsEntry("DATABASE_MIGRATOR_INSTALLATION_CLOCK_BUSINESS_ANCHOR", "2026-11-28T14:02:00Z")
                .containsEntry("DATABASE_MIGRATOR_INSTALLATION_CLOCK_SYSTEM_ANCHOR", "2026-11-28T20:00:00.5Z")
                .containsEntry("DATABASE_MIGRATOR_INSTALLATION_CLOCK_SPEED", "30");
        assertThat(chart.pod("exchange-simulator").environment()).doesNotContainKey("RECIO_CLOCK_SPEED");
    }

    /** The exchange would have forgotten every order. */
    @Test
    void keepsTheSimulatorsPodThroughAnUpgradeByNamingItsTag() {
        Map<String, String> first = new HashMap<>(Chart.LAPTOP);
        first.put("image.tag", "0.1.0");
        Map<String, String> next = new HashMap<>(Chart.LAPTOP);
        next.putAll(Map.of("image.tag", "0.2.0", "simulator.tag", "0.1.0"));
        assertThat(template(next, "Deployment", "recio-exchange-simulator"))
                .isEqualTo(template(first, "Deployment", "recio-exchange-simulator"));
        JsonNode database = template(next, "StatefulSet", "recio-postgresql");
        assertThat(database.equals(template(first, "StatefulSet", "recio-postgresql")))
                .isTrue();
        assertThat(database.at("/metadata/labels").size())
                .as("none with a version")
                .isEqualTo(3);
        assertThat(template(next, "Deployment", "recio-main-app")
                        .at("/spec/containers/0/image")
                        .asText())
                .isEqualTo("recio/main-app:0.2.0");
    }

    private static JsonNode template(Map<String, String> values, String kind, String name) {
        return Chart.rendered(values).one(kind, name).at("/spec/template");
    }

    @Test
    void refusesAClockThatDoesNotFit() {
        assertThatThrownBy(() -> Chart.rendered(Map.of("clock.speed", "30")))
                .hasMessageContaining("needs both anchors");
        assertThatThrownBy(() -> Chart.rendered(Map.of("clock.systemAnchor", "2026-11-28T20:00:00Z")))
                .hasMessageContaining("must be given together, only one was");
        Map<String, String> live = new HashMap<>(Chart.LIVE);
        live.putAll(CLOCK);
        assertThatThrownBy(() -> Chart.rendered(live))
                .hasMessageContaining("a clock of its own has only mode simulated, mode was live");
    }

    /** Names of the secrets in the maker's arguments. */
    private TreeSet<String> made() {
        TreeSet<String> made = new TreeSet<>();
        texts(hooks.one("Job", "recio-secret-maker").at("/spec/template/spec/containers/0/args")).stream()
                .filter(argument -> argument.startsWith("--") && argument.contains("="))
                .filter(argument -> !argument.startsWith("--forget-job="))
                .forEach(argument -> made.add(argument.split("=")[1]));
        return made;
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static void flatten(String prefix, JsonNode values, Map<String, String> into) {
        for (Map.Entry<String, JsonNode> entry : new ArrayList<>(values.properties())) {
            if (entry.getValue().isObject()) {
                flatten(prefix + entry.getKey() + ".", entry.getValue(), into);
            } else {
                into.put(prefix + entry.getKey(), entry.getValue().asText());
            }
        }
    }
}
