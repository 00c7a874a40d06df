package io.recio.charttests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What each service is told through its environment. */
class SettingsTest {

    private static final Map<String, String> PAPER = Map.of("mode", "paper", "kalshi.existingSecret", "jane-kalshi");

    @Test
    void tellsEveryServiceWhoItIsAndWhereTheDatabaseIs() {
        assertThat(Chart.rendered(Map.of("database.host", "db.example.com"))
                        .pod("trade-manager")
                        .environment())
                .isEqualTo(Map.of(
                        "QUARKUS_HTTP_HOST", "0.0.0.0",
                        "QUARKUS_HTTP_PORT", "4000",
                        "RECIO_MODE", "simulated",
                        "RECIO_ACCOUNT", "simulated",
                        "RECIO_LOG_JSON", "true",
                        "RECIO_INSTANCE", "metadata.name",
                        "RECIO_HOST", "status.podIP",
                        "RECIO_DATABASE_URL", "postgresql://db.example.com:5432/recio?sslmode=require",
                        "RECIO_DATABASE_PASSWORD", "recio-database-trade-manager/password"));
    }

    @Test
    void sendsEveryoneToTheSimulatorInSimulatedMode() {
        Chart chart = Chart.rendered();

        assertThat(chart.pod("symbol-price-watchdog-btc").environment())
                .containsEntry("RECIO_COINBASE_WS_URL", "ws://recio-exchange-simulator:8100/coinbase/ws")
                .containsEntry("RECIO_COINBASE_REST_URL", "http://recio-exchange-simulator:8100/coinbase");
        assertThat(chart.pod("trade-executor").environment())
                .containsEntry("RECIO_KALSHI_REST_URL", "http://recio-exchange-simulator:8100/trade-api/v2")
                .containsEntry("RECIO_KALSHI_WS_URL", "ws://recio-exchange-simulator:8100/trade-api/ws/v2")
                .containsEntry("RECIO_KALSHI_KEY_ID", "recio")
                .containsEntry("RECIO_KALSHI_KEY_FILE", "/etc/recio/kalshi/private-key.pem");
        assertThat(chart.pod("exchange-simulator").environment())
                .containsEntry("SIMULATOR_KALSHI_KEYS", "/etc/recio/simulator-keys")
                .containsEntry("SIMULATOR_SEED", "20261122");
        assertThat(chart.pod("exchange-simulator")
                        .spec()
                        .at("/volumes/1/secret/items/0/path")
                        .asText())
                .isEqualTo("recio.pem");
    }

    @Test
    void watchesRealMarketsAndTradesInTheSimulatorInPaperMode() {
        Chart chart = Chart.rendered(PAPER);

        assertThat(chart.pod("symbol-price-watchdog-eth").environment())
                .containsEntry("RECIO_COINBASE_WS_URL", "wss://ws-feed.exchange.coinbase.com");
        assertThat(chart.pod("kalshi-api-watchdog").environment())
                .containsEntry("RECIO_KALSHI_REST_URL", "https://external-api.kalshi.com/trade-api/v2")
                .containsEntry("RECIO_KALSHI_KEY_ID_FILE", "/etc/recio/kalshi/key-id");
        assertThat(chart.pod("kalshi-api-watchdog").mountedSecrets()).containsExactly("jane-kalshi");
        assertThat(chart.pod("trade-executor").environment())
                .containsEntry("RECIO_KALSHI_REST_URL", "http://recio-exchange-simulator:8100/trade-api/v2");
        assertThat(chart.pod("trade-executor").mountedSecrets()).containsExactly("recio-simulator-key");
    }

    @Test
    void meetsTheDemoExchangeInDemoMode() {
        assertThat(Chart.rendered(Map.of("mode", "kalshi-demo", "kalshi.existingSecret", "k"))
                        .pod("kalshi-account-sync")
                        .environment())
                .containsEntry("RECIO_ACCOUNT", "kalshi-demo")
                .containsEntry("RECIO_KALSHI_REST_URL", "https://external-api.demo.kalshi.co/trade-api/v2")
                .containsEntry("RECIO_KALSHI_WS_URL", "wss://external-api-ws.demo.kalshi.co/trade-api/ws/v2");
    }

    @Test
    void meetsTheExchangeItselfInLiveMode() {
        assertThat(Chart.rendered(Chart.LIVE).pod("trade-executor").environment())
                .containsEntry("RECIO_MODE", "live")
                .containsEntry("RECIO_ACCOUNT", "jane")
                .containsEntry("RECIO_KALSHI_REST_URL", "https://external-api.kalshi.com/trade-api/v2")
                .containsEntry("RECIO_KALSHI_WS_URL", "wss://external-api-ws.kalshi.com/trade-api/ws/v2")
                .containsEntry("RECIO_KALSHI_KEY_ID_FILE", "/etc/recio/kalshi/key-id")
                .doesNotContainKey("RECIO_KALSHI_KEY_ID");
    }

    @Test
    void tellsTheDetectorWhichReleaseItHeals() {
        assertThat(Chart.rendered().pod("cascading-failure-detector").environment())
                .containsEntry("CASCADING_FAILURE_DETECTOR_RUNTIME", "kubernetes")
                .containsEntry("CASCADING_FAILURE_DETECTOR_KUBERNETES_NAMESPACE", "trading")
                .containsEntry("CASCADING_FAILURE_DETECTOR_KUBERNETES_RELEASE", "recio")
                .containsEntry("CASCADING_FAILURE_DETECTOR_KUBERNETES_POLICY", "recio")
                .containsEntry("CASCADING_FAILURE_DETECTOR_KUBERNETES_LEASE", "recio-cascading-failure-detector");
    }

    @Test
    void tellsTheMonitorThatARolloutIsNoDuplicate() {
        assertThat(Chart.rendered().pod("system-monitor").environment())
                .containsEntry("SYSTEM_MONITOR_DEFAULT_REPLICAS", "2");
        assertThat(Chart.rendered(Map.of("services.trade-executor.replicas", "2"))
                        .pod("system-monitor")
                        .environment())
                .containsEntry("SYSTEM_MONITOR_DEFAULT_REPLICAS", "3");
    }

    @Test
    void givesWritersOfFilesAPlaceToWrite() {
        assertThat(Chart.rendered().pods().stream()
                        .filter(pod -> pod.environment().containsKey("RECIO_DATA_DIR"))
                        .map(Pod::owner))
                .containsExactlyInAnyOrder(
                        "recio-unified-production-coordinator", "recio-kalshi-api-watchdog", "recio-system-monitor");
    }

    @Test
    void saysWhereToLogInOnlyWhenThatIsSetUp() {
        Map<String, String> values = new HashMap<>(Chart.PROVIDER);
        values.putAll(Map.of(
                "ingress.enabled", "true",
                "ingress.host", "recio.example.com",
                "ingress.tlsSecret", "recio-tls"));

        assertThat(oidc(Chart.rendered(values)))
                .isEqualTo(Map.of(
                        "MAIN_APP_OIDC_ISSUER", "https://id.example.com:8443/realms/house",
                        "MAIN_APP_OIDC_CLIENT_ID", "recio",
                        "MAIN_APP_OIDC_CLIENT_SECRET_FILE", "/etc/recio/oidc/client-secret",
                        "MAIN_APP_OIDC_LABEL", "Example",
                        "MAIN_APP_OIDC_GROUPS_CLAIM", "groups",
                        "MAIN_APP_OIDC_TRADER_GROUPS", "night shift,day shift",
                        "MAIN_APP_OIDC_ADMIN_GROUPS", "owners",
                        "MAIN_APP_OIDC_PUBLIC_URL", "https://recio.example.com"));
        assertThat(oidc(Chart.rendered())).isEmpty();
        assertThat(Chart.rendered().all("NetworkPolicy").stream().map(Chart::name))
                .doesNotContain("recio-identity-provider");
    }

    @Test
    void passesOnFurtherSettings() {
        assertThat(Chart.rendered(Map.of("services.main-app.env.MAIN_APP_LOGIN_LOCKOUT", "30M"))
                        .pod("main-app")
                        .environment())
                .containsEntry("MAIN_APP_LOGIN_LOCKOUT", "30M");
    }

    private static Map<String, String> oidc(Chart chart) {
        Map<String, String> settings = new HashMap<>(chart.pod("main-app").environment());
        settings.keySet().removeIf(name -> !name.startsWith("MAIN_APP_OIDC_"));
        return settings;
    }
}
