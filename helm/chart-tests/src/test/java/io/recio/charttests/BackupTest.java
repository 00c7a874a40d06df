package io.recio.charttests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What is backed up when, where to, by whom, and the way back. */
class BackupTest {

    private static final Map<String, String> BOTH = Map.of(
            "backup.enabled", "true",
            "backup.restore.enabled", "true",
            "backup.restore.name", "20261128T031700Z",
            "database.host", "db.example.com",
            "database.sslMode", "verify-full",
            "database.caSecret", "jane-ca",
            "migrations.hook", "false");

    private static final Map<String, String> BUCKET = bucket();

    private final Chart chart = Chart.rendered(BOTH);
    private final JsonNode schedule = chart.one("CronJob", "recio-backup");
    private final Pod backup = new Pod("recio-backup", schedule.at("/spec/jobTemplate/spec/template/spec"));
    private final Pod restore = Pod.of(chart.one("Job", "recio-restore-1"));

    @Test
    void backsUpNothingUnlessAsked() {
        Chart without = Chart.rendered();

        assertThat(without.all("CronJob")).isEmpty();
        assertThat(without.all("PersistentVolumeClaim")).isEmpty();
        assertThat(without.names("ConfigMap")).doesNotContain("recio-backup");
        assertThat(without.names("NetworkPolicy")).doesNotContain("recio-backup");
        assertThat(without.names("ServiceAccount")).doesNotContain("recio-backup", "recio-restore");
    }

    @Test
    void backsUpOnScheduleOneAtATime() {
        assertThat(schedule.at("/spec/schedule").asText()).isEqualTo("17 3 * * *");
        assertThat(schedule.at("/spec/concurrencyPolicy").asText()).isEqualTo("Forbid");
        assertThat(schedule.at("/spec/jobTemplate/spec/activeDeadlineSeconds").asInt())
                .isEqualTo(3600);
        assertThat(texts(backup.container().path("command"))).containsExactly("sh", "/etc/recio/backup/backup.sh");
        assertThat(backup.environment())
                .isEqualTo(Map.of(
                        "PGHOST", "db.example.com",
                        "PGPORT", "5432",
                        "PGDATABASE", "recio",
                        "PGSSLMODE", "verify-full",
                        "PGSSLROOTCERT", "/etc/recio/database-ca/ca.crt",
                        "PGTZ", "UTC",
                        "PGUSER", "recio-database-admin/username",
                        "PGPASSWORD", "recio-database-admin/password",
                        "BACKUP_DIRECTORY", "/backups",
                        "BACKUP_KEEP", "14"));
    }

    @Test
    void knowsTheJobsOfOldAndNewClusters() {
        assertThat(schedule.path("apiVersion").asText()).isEqualTo("batch/v1beta1");
        assertThat(Chart.rendered(BOTH, "1.31.0")
                        .one("CronJob", "recio-backup")
                        .path("apiVersion")
                        .asText())
                .isEqualTo("batch/v1");
    }

    @Test
    void restoresOnceTheNamedBackup() {
        JsonNode job = chart.one("Job", "recio-restore-1");

        assertThat(job.at("/spec/backoffLimit").asInt(-1)).isZero();
        assertThat(texts(restore.container().path("command"))).containsExactly("sh", "/etc/recio/backup/restore.sh");
        assertThat(restore.environment())
                .containsEntry("RESTORE_BACKUP", "20261128T031700Z")
                .containsEntry("PGHOST", "db.example.com")
                .doesNotContainKey("BACKUP_KEEP");
    }

    @Test
    void letsBothDoNoMoreThanAnyOtherPod() {
        for (Pod pod : List.of(backup, restore)) {
            assertThat(pod.spec().at("/securityContext/runAsNonRoot").asBoolean())
                    .isTrue();
            assertThat(pod.spec().at("/securityContext/seccompProfile/type").asText())
                    .isEqualTo("RuntimeDefault");
            assertThat(pod.spec().path("automountServiceAccountToken").asBoolean(true))
                    .isFalse();
            assertThat(pod.spec().path("serviceAccountName").asText())
                    .isEqualTo(pod.owner().replace("-1", ""));
            JsonNode context = pod.container().path("securityContext");
            assertThat(context.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
            assertThat(context.path("readOnlyRootFilesystem").asBoolean()).isTrue();
            assertThat(context.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
            assertThat(pod.container().at("/resources/limits/memory").asText()).isEqualTo("256Mi");
        }
    }

    @Test
    void bringsTheScripts() {
        JsonNode scripts = chart.one("ConfigMap", "recio-backup").path("data");

        assertThat(scripts.properties().stream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder(
                        "after-restore.sql",
                        "backup.sh",
                        "backup.sql",
                        "download.sh",
                        "hashes.sql",
                        "restore.sh",
                        "roles.sql",
                        "upload.sh",
                        "verify.sql");
        assertThat(scripts.path("hashes.sql").asText())
                .contains("FROM trading.trades", "FROM account.fills", "FROM account.settlements");
    }

    @Test
    void keepsBackupsWhenTheReleaseGoes() {
        JsonNode claim = chart.one("PersistentVolumeClaim", "recio-backup");

        assertThat(claim.at("/metadata/annotations/helm.sh~1resource-policy").asText())
                .isEqualTo("keep");
        assertThat(claim.at("/spec/resources/requests/storage").asText()).isEqualTo("20Gi");
        assertThat(claim.at("/spec").has("storageClassName")).isFalse();
        assertThat(claimOf(backup)).isEqualTo("recio-backup");
        assertThat(claimOf(restore)).isEqualTo("recio-backup");
    }

    @Test
    void usesAClaimThatIsThere() {
        Map<String, String> values = new HashMap<>(BOTH);
        values.put("backup.existingClaim", "jane-backups");
        Chart own = Chart.rendered(values);

        assertThat(own.all("PersistentVolumeClaim")).isEmpty();
        assertThat(claimOf(Pod.of(own.one("Job", "recio-restore-1")))).isEqualTo("jane-backups");
    }

    @Test
    void reachesTheDatabaseAndNothingElse() {
        JsonNode policy = chart.one("NetworkPolicy", "recio-backup").path("spec");
        Flows flows = new Flows(chart);

        assertThat(texts(policy.at("/podSelector/matchExpressions/0/values"))).containsExactly("backup", "restore");
        assertThat(schedule.at("/spec/jobTemplate/spec/template/metadata/labels/app.kubernetes.io~1component")
                        .asText())
                .isEqualTo("backup");
        assertThat(flows.isAllowed("restore", "database", 5432)).isTrue();
        assertThat(flows.isAllowed("restore", "name-service", 53)).isTrue();
        assertThat(flows.isAllowed("restore", "internet", 443)).isFalse();
        assertThat(flows.isAllowed("restore", "api-server", 443)).isFalse();
        assertThat(flows.isAllowed("restore", "trade-manager", 4000)).isFalse();
    }

    @Test
    void carriesEachBackupToABucket() {
        Chart bucket = Chart.rendered(BUCKET);
        Pod pod = new Pod(
                "recio-backup", bucket.one("CronJob", "recio-backup").at("/spec/jobTemplate/spec/template/spec"));

        assertThat(texts(pod.spec().at("/initContainers/0/command")))
                .containsExactly("sh", "/etc/recio/backup/backup.sh");
        assertThat(texts(pod.container().path("command"))).containsExactly("sh", "/etc/recio/backup/upload.sh");
        assertThat(pod.container().path("image").asText()).isEqualTo("docker.io/rclone/rclone:1.71");
        assertThat(pod.environment())
                .containsEntry("BACKUP_TARGET", "s3:jane-backups/recio/live")
                .containsEntry("BACKUP_KEEP", "14")
                .containsEntry("RCLONE_CONFIG_S3_ENDPOINT", "https://s3.example.com:9000")
                .containsEntry("RCLONE_CONFIG_S3_ACCESS_KEY_ID", "recio-backup-s3/access-key-id")
                .containsEntry("RCLONE_CONFIG_S3_SECRET_ACCESS_KEY", "recio-backup-s3/secret-access-key")
                .doesNotContainKey("PGPASSWORD");
        assertThat(pod.container().at("/securityContext/readOnlyRootFilesystem").asBoolean())
                .isTrue();
        assertThat(bucket.all("PersistentVolumeClaim")).isEmpty();
        assertThat(claimOf(pod)).isEmpty();
    }

    @Test
    void fetchesFromTheBucketWhatItRestores() {
        Pod pod = Pod.of(Chart.rendered(BUCKET).one("Job", "recio-restore-1"));

        assertThat(texts(pod.spec().at("/initContainers/0/command")))
                .containsExactly("sh", "/etc/recio/backup/download.sh");
        assertThat(texts(pod.container().path("command"))).containsExactly("sh", "/etc/recio/backup/restore.sh");
        assertThat(pod.environment()).containsEntry("RESTORE_BACKUP", "20261128T031700Z");
    }

    @Test
    void reachesTheBucketOnItsPortAlone() {
        Flows flows = new Flows(Chart.rendered(BUCKET));

        assertThat(flows.isAllowed("restore", "internet", 9000)).isTrue();
        assertThat(flows.isAllowed("restore", "internet", 443)).isFalse();
        assertThat(flows.isAllowed("restore", "trade-manager", 9000)).isFalse();
    }

    @Test
    void keepsWhatIsCarriedOnAClaimThatIsThere() {
        Map<String, String> values = new HashMap<>(BUCKET);
        values.put("backup.existingClaim", "jane-backups");

        assertThat(claimOf(Pod.of(Chart.rendered(values).one("Job", "recio-restore-1"))))
                .isEqualTo("jane-backups");
    }

    @Test
    void refusesWhatCannotBeMeant() {
        assertThatThrownBy(() -> Chart.rendered(Map.of("backup.keep", "0"))).hasMessageContaining("keep");
        assertThatThrownBy(() -> Chart.rendered(Map.of("backup.schedule", "at night")))
                .hasMessageContaining("schedule");
        assertThatThrownBy(() -> Chart.rendered(Map.of("backup.restore.name", "yesterday")))
                .hasMessageContaining("name");
        assertThatThrownBy(() -> Chart.rendered(Map.of("backup.bucket", "s3"))).hasMessageContaining("bucket");
    }

    private static Map<String, String> bucket() {
        Map<String, String> values = new HashMap<>(BOTH);
        values.putAll(Map.of(
                "backup.s3.bucket", "jane-backups",
                "backup.s3.prefix", "recio/live",
                "backup.s3.endpoint", "https://s3.example.com:9000"));
        return Map.copyOf(values);
    }

    private static String claimOf(Pod pod) {
        for (JsonNode volume : pod.spec().path("volumes")) {
            if (volume.path("name").asText().equals("backups")) {
                return volume.at("/persistentVolumeClaim/claimName").asText();
            }
        }
        throw new AssertionError(pod.owner() + " must have a volume backups");
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
