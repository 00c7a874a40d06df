package io.recio.charttests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The migration job. Helm's library renders no hooks, so its content is read in the form that is none. */
class MigrationTest {

    private final Chart chart = Chart.rendered(Map.of("migrations.hook", "false"));

    @Test
    void migratesAsAHookUnlessToldOtherwise() {
        assertThat(Chart.rendered().all("Job")).isEmpty();
        assertThat(chart.names("Job")).containsExactly("recio-database-migrator-1");
        assertThat(chart.all())
                .allSatisfy(object ->
                        assertThat(object.at("/metadata/annotations").isEmpty()).isTrue());
    }

    @Test
    void canBeLeftOut() {
        Chart without = Chart.rendered(Map.of("migrations.hook", "false", "migrations.enabled", "false"));

        assertThat(without.all("Job")).isEmpty();
        assertThat(without.names("ServiceAccount")).doesNotContain("recio-database-migrator");
    }

    @Test
    void logsInAsTheAdministratorAndKnowsThePasswordOfEveryRole() {
        Map<String, String> environment = Pod.of(chart.all("Job").getFirst()).environment();

        assertThat(environment)
                .containsEntry("DATABASE_MIGRATOR_JDBC_URL", "jdbc:postgresql://postgresql:5432/recio?sslmode=require")
                .containsEntry("DATABASE_MIGRATOR_ADMIN_USER", "recio-database-admin/username")
                .containsEntry("DATABASE_MIGRATOR_ADMIN_PASSWORD", "recio-database-admin/password")
                .containsEntry("PASSWORD_OF_RECIO_MAIN_APP", "recio-database-main-app/password")
                .containsEntry("QUARKUS_CONFIG_LOCATIONS", "/etc/recio/migrator/roles.properties");
    }

    @Test
    void putsOnePasswordInPlacePerModule() {
        JsonNode data = chart.one("ConfigMap", "recio-database-migrator").path("data");
        List<String> lines = data.path("roles.properties").asText().lines().toList();

        assertThat(lines)
                .hasSize(11)
                .contains("database-migrator.passwords.recio_symbol_price_watchdog"
                        + "=${PASSWORD_OF_RECIO_SYMBOL_PRICE_WATCHDOG}");
        assertThat(lines).allSatisfy(line -> assertThat(
                        Pod.of(chart.all("Job").getFirst()).environment())
                .containsKey(line.substring(line.indexOf("${") + 2, line.length() - 1)));
    }

    @Test
    void givesUpInTime() {
        JsonNode job = chart.all("Job").getFirst();

        assertThat(job.at("/spec/backoffLimit").asInt()).isEqualTo(3);
        assertThat(job.at("/spec/template/spec/activeDeadlineSeconds").asInt()).isEqualTo(300);
        assertThat(job.at("/spec/template/spec/restartPolicy").asText()).isEqualTo("Never");
    }
}
