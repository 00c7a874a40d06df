package io.recio.charttests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A database that must prove who it is, to everybody. */
class DatabaseTlsTest {

    private static final Map<String, String> VERIFIED = Map.of(
            "database.host", "db.example.com",
            "database.sslMode", "verify-full",
            "database.caSecret", "jane-ca",
            "migrations.hook", "false");

    private final Chart chart = Chart.rendered(VERIFIED);

    @Test
    void tellsEveryServiceWhoseSignatureCounts() {
        House.PORTS.keySet().forEach(service -> assertThat(chart.pod(service).environment())
                .containsEntry("RECIO_DATABASE_URL", "postgresql://db.example.com:5432/recio?sslmode=verify-full")
                .containsEntry("RECIO_DATABASE_CA_FILE", "/etc/recio/database-ca/ca.crt"));
    }

    @Test
    void tellsTheMigratorTheSame() {
        assertThat(Pod.of(chart.all("Job").getFirst()).environment())
                .containsEntry(
                        "DATABASE_MIGRATOR_JDBC_URL",
                        "jdbc:postgresql://db.example.com:5432/recio?sslmode=verify-full"
                                + "&sslrootcert=/etc/recio/database-ca/ca.crt");
    }

    @Test
    void mountsTheCertificateAndNothingElseOfTheSecretWhereverTheDatabaseIsMet() {
        assertThat(chart.pods().stream()
                        .filter(pod -> !pod.owner().equals("recio-exchange-simulator"))
                        .toList())
                .hasSize(13)
                .allSatisfy(pod -> {
                    JsonNode volume = named(pod.spec().path("volumes"), "database-ca");
                    assertThat(volume.at("/secret/secretName").asText()).isEqualTo("jane-ca");
                    assertThat(volume.at("/secret/defaultMode").asInt()).isEqualTo(0440);
                    assertThat(volume.at("/secret/items")).hasSize(1);
                    assertThat(volume.at("/secret/items/0/key").asText()).isEqualTo("ca.crt");
                    assertThat(volume.at("/secret/items/0/path").asText()).isEqualTo("ca.crt");
                    JsonNode mount = named(pod.container().path("volumeMounts"), "database-ca");
                    assertThat(mount.path("mountPath").asText()).isEqualTo("/etc/recio/database-ca");
                    assertThat(mount.path("readOnly").asBoolean()).isTrue();
                });
        assertThat(chart.pod("exchange-simulator").mountedSecrets()).doesNotContain("jane-ca");
    }

    @Test
    void mountsNothingUnlessThereIsAnAuthorityOfYourOwn() {
        assertThat(Chart.rendered(Map.of("migrations.hook", "false")).pods()).allSatisfy(pod -> {
            assertThat(pod.environment()).doesNotContainKey("RECIO_DATABASE_CA_FILE");
            assertThat(pod.spec().path("volumes"))
                    .noneSatisfy(
                            volume -> assertThat(volume.path("name").asText()).isEqualTo("database-ca"));
        });
    }

    @Test
    void doesNotVerifyByAnAuthorityNobodyNamed() {
        assertThatThrownBy(() -> Chart.rendered(Map.of("database.sslMode", "verify-full")))
                .hasMessageContaining("database.sslMode verify-full needs database.caSecret, was empty");
        assertThatThrownBy(() -> Chart.rendered(Map.of("database.sslMode", "verify-ca")))
                .hasMessageContaining("database.sslMode verify-ca needs database.caSecret, was empty");
    }

    @Test
    void knowsNoOtherModes() {
        assertThatThrownBy(() -> Chart.rendered(Map.of("database.sslMode", "verify")))
                .hasMessageContaining("sslMode");
    }

    private static JsonNode named(JsonNode list, String name) {
        for (JsonNode each : list) {
            if (each.path("name").asText().equals(name)) {
                return each;
            }
        }
        throw new AssertionError(name + " must be in the list, was not in " + list);
    }
}
