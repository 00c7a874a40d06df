package io.recio.databasemigrator.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EnableKubernetesMockClient(crud = true)
class KubernetesSecretsTest {

    /** Set by the extension. */
    KubernetesClient client;

    @BeforeEach
    void removeAll() {
        client.secrets().delete();
    }

    @Test
    void makesWhatIsMissing() {
        assertThat(secrets().ensure(WantedSecret.login("recio-database-admin", "recio_admin")))
                .isTrue();
        Secret made = client.secrets().withName("recio-database-admin").require();
        assertThat(made.getMetadata().getLabels())
                .containsEntry("app.kubernetes.io/instance", "recio")
                .containsEntry("app.kubernetes.io/managed-by", "database-migrator");
        assertThat(value(made, "username")).isEqualTo("recio_admin");
        assertThat(value(made, "password")).matches("[0-9a-f]{48}");
    }

    @Test
    void keepsWhatExistsWhoeverMadeIt() {
        give("recio-first-admin", Map.of("password", "mine"));
        assertThat(secrets().ensure(WantedSecret.password("recio-first-admin"))).isFalse();
        assertThat(value(client.secrets().withName("recio-first-admin").require(), "password"))
                .isEqualTo("mine");
    }

    @Test
    void makesNoTwoPasswordsAlike() {
        secrets().ensure(WantedSecret.password("one"));
        secrets().ensure(WantedSecret.password("other"));
        assertThat(value(client.secrets().withName("one").require(), "password"))
                .isNotEqualTo(value(client.secrets().withName("other").require(), "password"));
    }

    @Test
    void refusesAnExistingSecretThatLacksAKey() {
        give("recio-scripts", Map.of("public-key.pem", "x"));
        assertThatThrownBy(() -> secrets().ensure(WantedSecret.keyPair("recio-scripts", KeyKind.RSA)))
                .isInstanceOf(UnfitSecret.class)
                .hasMessageContaining("secret recio-scripts must hold")
                .hasMessageEndingWith("held [public-key.pem]");
    }

    private KubernetesSecrets secrets() {
        return new KubernetesSecrets(client, "recio");
    }

    private void give(String name, Map<String, String> values) {
        SecretBuilder secret =
                new SecretBuilder().withNewMetadata().withName(name).endMetadata();
        values.forEach((key, value) ->
                secret.addToData(key, Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8))));
        client.secrets().resource(secret.build()).create();
    }

    /** As a pod would read it: the API server keeps what was written as text in base 64, the mock leaves it as text. */
    private static String value(Secret secret, String key) {
        Map<String, String> text = secret.getStringData();
        return text != null && text.containsKey(key)
                ? text.get(key)
                : new String(Base64.getDecoder().decode(secret.getData().get(key)), StandardCharsets.UTF_8);
    }
}
