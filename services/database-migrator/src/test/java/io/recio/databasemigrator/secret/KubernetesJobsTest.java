package io.recio.databasemigrator.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import org.junit.jupiter.api.Test;

@EnableKubernetesMockClient(crud = true)
class KubernetesJobsTest {

    /** Set by the extension. */
    KubernetesClient client;

    @Test
    void forgetsThatJobAndNoOther() {
        give("recio-database-migrator-1");
        give("recio-database-migrator-2");

        new KubernetesJobs(client).forget("recio-database-migrator-1");

        assertThat(client.batch().v1().jobs().list().getItems())
                .extracting(job -> job.getMetadata().getName())
                .containsExactly("recio-database-migrator-2");
    }

    @Test
    void doesNotMindOneThatIsNotThere() {
        new KubernetesJobs(client).forget("recio-database-migrator-3");

        assertThat(client.batch()
                        .v1()
                        .jobs()
                        .withName("recio-database-migrator-3")
                        .get())
                .isNull();
    }

    private void give(String name) {
        client.batch()
                .v1()
                .jobs()
                .resource(new JobBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .build())
                .create();
    }
}
