package io.recio.charttests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The chart as a whole: lint, what it refuses, what it says. */
class ChartTest {

    @Test
    void passesStrictLint() {
        assertThat(Chart.linted().isFailed())
                .as(() -> Chart.linted().getMessages().toString())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "databse.host",
                "database.hots",
                "services.trade-manger.replicas",
                "services.trade-manager.replica",
                "symbols[0].prt",
                "ingress.tls",
                "postgresql.storage.class",
                "secrets.make",
                "clock.pace",
                "firstAdmin.password",
                "oidc.clientSecret",
                "resources.requests.cpu.cores"
            })
    void refusesAnUnknownValue(String typo) {
        assertThatThrownBy(() -> Chart.rendered(Map.of(typo, "x")))
                .hasMessageContaining("values don't meet the specifications of the schema");
    }

    @ParameterizedTest
    @CsvSource({
        "mode, real",
        "database.port, 70000",
        "database.sslMode, verify",
        "services.main-app.replicas, -1",
        "symbols[0].name, btc",
        "image.pullPolicy, Sometimes",
        "simulator.prices, invented",
        "postgresql.user, 0",
        "postgresql.storage.size, much",
        "clock.speed, 61",
        "clock.systemAnchor, now",
        "oidc.issuer, http://id.example.com",
        "oidc.issuer, id.example.com",
        "oidc.clientId, two words",
        "oidc.adminGroups[0], 'one\\,two'"
    })
    void refusesAValueOutOfRange(String key, String value) {
        assertThatThrownBy(() -> Chart.rendered(Map.of(key, value)))
                .hasMessageContaining("values don't meet the specifications of the schema");
    }

    @Test
    void refusesLiveWithoutTheAccountsName() {
        Map<String, String> values = new HashMap<>(Chart.LIVE);
        values.remove("account");

        assertThatThrownBy(() -> Chart.rendered(values))
                .hasMessageContaining(
                        "mode live trades with real money: account must name the Kalshi account, was empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"paper", "kalshi-demo", "live"})
    void refusesARealExchangeWithoutAKey(String mode) {
        assertThatThrownBy(() -> Chart.rendered(Map.of("mode", mode, "account", "jane")))
                .hasMessageContaining("mode " + mode + " needs kalshi.existingSecret, was empty");
    }

    @Test
    void refusesAnIdentityProviderByWhichNobodyCouldComeIn() {
        Map<String, String> values = new HashMap<>(Chart.PROVIDER);
        values.keySet().removeIf(key -> key.contains("Groups"));
        assertThatThrownBy(() -> Chart.rendered(values))
                .hasMessageContaining(
                        "oidc.issuer needs viewerGroups, traderGroups or adminGroups: nobody could come in");
        values.remove("oidc.existingSecret");
        assertThatThrownBy(() -> Chart.rendered(values))
                .hasMessageContaining("oidc.issuer needs oidc.existingSecret, was empty");
    }

    @Test
    void refusesASymbolListedTwice() {
        assertThatThrownBy(() -> Chart.rendered(Map.of(
                        "symbols[0].name", "BTC",
                        "symbols[0].port", "8006",
                        "symbols[1].name", "BTC",
                        "symbols[1].port", "8008")))
                .hasMessageContaining("symbols must be listed once each, BTC is listed twice");
    }

    @Test
    void warnsOfLiveTradingInItsNotes() {
        assertThat(Chart.notes(Chart.LIVE))
                .contains("LIVE: orders of this release trade real money of account jane.")
                .doesNotContain("simulator");
    }

    @Test
    void saysInItsNotesWhatToDoNext() {
        assertThat(Chart.notes(Map.of()))
                .contains("mode simulated, account simulated.")
                .contains("kubectl -n trading get pods -l app.kubernetes.io/instance=recio")
                .contains("kubectl -n trading logs deploy/recio-main-app")
                .contains("kubectl -n trading port-forward svc/recio-main-app 3000")
                .doesNotContain("LIVE");
    }

    @Test
    void documentsEveryValue() throws IOException {
        String readme = Files.readString(Chart.DIRECTORY.resolve("README.md"));

        assertThat(keys("", Chart.file("values.yaml")))
                .allSatisfy(key -> assertThat(readme).contains("`" + key + "`"));
    }

    /** Dotted keys; what may hold anything, a list or the settings of a service counts as one. */
    private static List<String> keys(String prefix, JsonNode values) {
        List<String> keys = new ArrayList<>();
        values.properties().forEach(entry -> {
            String key = prefix + entry.getKey();
            boolean whole = entry.getValue().isEmpty() || key.endsWith("resources") || key.equals("services");
            if (entry.getValue().isObject() && !whole) {
                keys.addAll(keys(key + ".", entry.getValue()));
            } else {
                keys.add(key);
            }
        });
        return keys;
    }
}
