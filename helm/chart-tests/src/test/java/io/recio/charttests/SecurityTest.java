package io.recio.charttests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What no pod may do, and which secrets it sees. */
class SecurityTest {

    private static final Map<String, String> WITH_JOB = Map.of("migrations.hook", "false");

    private final Chart chart = Chart.rendered(WITH_JOB);

    @Test
    void runsNoPodAsRoot() {
        assertThat(chart.pods()).hasSize(14).allSatisfy(pod -> {
            JsonNode context = pod.spec().path("securityContext");
            assertThat(context.path("runAsNonRoot").asBoolean()).as(pod.owner()).isTrue();
            assertThat(context.path("runAsUser").asInt()).isEqualTo(1001);
            assertThat(context.at("/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
        });
    }

    @Test
    void leavesContainersNothingToEscalateWith() {
        assertThat(chart.pods()).allSatisfy(pod -> {
            JsonNode context = pod.container().path("securityContext");
            assertThat(context.path("allowPrivilegeEscalation").isBoolean())
                    .as(pod.owner())
                    .isTrue();
            assertThat(context.path("allowPrivilegeEscalation").asBoolean()).isFalse();
            assertThat(context.path("readOnlyRootFilesystem").asBoolean()).isTrue();
            assertThat(context.at("/capabilities/drop")).hasSize(1).first().satisfies(all -> assertThat(all.asText())
                    .isEqualTo("ALL"));
        });
    }

    @Test
    void limitsTheMemoryOfEveryContainer() {
        assertThat(chart.pods()).allSatisfy(pod -> {
            assertThat(pod.container().at("/resources/limits/memory").asText())
                    .as(pod.owner())
                    .endsWith("Mi");
            assertThat(pod.container().at("/resources/requests/cpu").asText()).endsWith("m");
        });
    }

    @Test
    void givesEveryPodAnIdentityOfItsOwnAndOnlyTheDetectorATokenForTheApiServer() {
        assertThat(chart.pods().stream()
                        .map(pod -> pod.spec().path("serviceAccountName").asText()))
                .doesNotHaveDuplicates()
                .containsAll(chart.names("ServiceAccount"));
        assertThat(chart.pods()).allSatisfy(pod -> assertThat(
                        pod.spec().path("automountServiceAccountToken").asBoolean(true))
                .as(pod.owner())
                .isEqualTo(pod.owner().equals("recio-cascading-failure-detector")));
        assertThat(chart.all("ServiceAccount")).allSatisfy(account -> assertThat(
                        account.path("automountServiceAccountToken").asBoolean(true))
                .isFalse());
    }

    @Test
    void mountsTheKalshiKeyOnlyWhereItIsNeeded() {
        Chart live = Chart.rendered(Chart.LIVE);

        assertThat(live.pods().stream()
                        .filter(pod -> !pod.mountedSecrets().isEmpty())
                        .map(Pod::owner))
                .containsExactlyInAnyOrder(
                        "recio-trade-executor", "recio-kalshi-account-sync", "recio-kalshi-api-watchdog");
        assertThat(live.pod("trade-executor").mountedSecrets()).isEqualTo(List.of("jane-kalshi"));
    }

    @Test
    void givesTheSignerOfTokensThePrivateKeyAndTheVerifierThePublicOneOnly() {
        Chart scripted = Chart.rendered(Map.of("scripts.existingSecret", "jane-scripts"));

        assertThat(tokenKey(scripted.pod("main-app"))).isEqualTo("jane-scripts private-key.pem /etc/recio/tokens");
        assertThat(tokenKey(scripted.pod("trade-manager"))).isEqualTo("jane-scripts public-key.pem /etc/recio/tokens");
        assertThat(scripted.pod("main-app").environment())
                .containsEntry("SMALLRYE_JWT_SIGN_KEY_LOCATION", "/etc/recio/tokens/private-key.pem");
        assertThat(scripted.pod("trade-manager").environment())
                .containsEntry("MP_JWT_VERIFY_PUBLICKEY_LOCATION", "/etc/recio/tokens/public-key.pem");
        assertThat(scripted.pods().stream()
                        .filter(pod -> pod.mountedSecrets().contains("jane-scripts"))
                        .map(Pod::owner))
                .containsExactlyInAnyOrder("recio-main-app", "recio-trade-manager");
    }

    @Test
    void mountsNoKeyOfTokensUnlessThereIsOne() {
        for (String service : List.of("main-app", "trade-manager")) {
            assertThat(chart.pod(service).mountedSecrets()).isEmpty();
            assertThat(chart.pod(service).environment())
                    .doesNotContainKeys("SMALLRYE_JWT_SIGN_KEY_LOCATION", "MP_JWT_VERIFY_PUBLICKEY_LOCATION");
        }
    }

    @Test
    void mountsTheSecretOfTheIdentityProvidersClientInMainAppOnly() {
        Chart chart = Chart.rendered(Chart.PROVIDER);

        assertThat(chart.pods().stream()
                        .filter(pod -> pod.mountedSecrets().contains("jane-oidc"))
                        .map(Pod::owner))
                .containsExactly("recio-main-app");
        assertThat(chart.pod("main-app").environment())
                .containsEntry("MAIN_APP_OIDC_CLIENT_SECRET_FILE", "/etc/recio/oidc/client-secret");
    }

    @Test
    void showsMainAppTheAuthorityOfTheIdentityProviderOnlyWhereThereIsOne() {
        Map<String, String> values = new HashMap<>(Chart.PROVIDER);
        assertThat(Chart.rendered(values).pod("main-app").keysOf("jane-oidc")).containsExactly("client-secret");

        values.put("oidc.ownAuthority", "true");
        Pod page = Chart.rendered(values).pod("main-app");
        assertThat(page.keysOf("jane-oidc")).containsExactly("client-secret", "ca.crt");
        assertThat(page.environment()).containsEntry("MAIN_APP_OIDC_CA_FILE", "/etc/recio/oidc/ca.crt");
    }

    @Test
    void showsEachServiceOnlyThePasswordOfItsOwnRole() {
        House.PORTS.keySet().forEach(service -> {
            String module = service.replaceFirst("-(btc|eth)$", "");
            assertThat(chart.pod(service).environment().values().stream().filter(value -> value.contains("/password")))
                    .containsExactly("recio-database-" + module + "/password");
        });
    }

    @Test
    void holdsNoSecretOfItsOwn() {
        assertThat(chart.all("Secret")).isEmpty();
    }

    /** The secret, its one key and where it is mounted. */
    private static String tokenKey(Pod pod) {
        for (JsonNode volume : pod.spec().path("volumes")) {
            if (volume.path("name").asText().equals("token-key")) {
                JsonNode items = volume.at("/secret/items");
                assertThat(items).hasSize(1);
                assertThat(volume.at("/secret/defaultMode").asInt()).isEqualTo(0440);
                return volume.at("/secret/secretName").asText() + " "
                        + items.get(0).path("key").asText() + " " + mountPath(pod);
            }
        }
        throw new AssertionError(pod.owner() + " must have a volume token-key");
    }

    private static String mountPath(Pod pod) {
        for (JsonNode mount : pod.container().path("volumeMounts")) {
            if (mount.path("name").asText().equals("token-key")
                    && mount.path("readOnly").asBoolean()) {
                return mount.path("mountPath").asText();
            }
        }
        throw new AssertionError(pod.owner() + " must mount token-key read-only");
    }
}
