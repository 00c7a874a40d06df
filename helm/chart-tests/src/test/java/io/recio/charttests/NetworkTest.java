package io.recio.charttests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Who may reach whom, and the way in. */
class NetworkTest {

    private static final Map<String, String> WITH_INGRESS = Map.of(
            "ingress.enabled", "true",
            "ingress.host", "recio.example.com",
            "ingress.tlsSecret", "recio-tls");

    private final Chart chart = Chart.rendered();

    @Test
    void deniesEverythingButTheNameServiceByDefault() {
        JsonNode policy = chart.one("NetworkPolicy", "recio-default-deny").path("spec");

        assertThat(texts(policy.path("policyTypes"))).containsExactly("Ingress", "Egress");
        assertThat(policy.has("ingress")).isFalse();
        assertThat(policy.path("egress")).hasSize(1);
        assertThat(policy.at("/egress/0/ports"))
                .hasSize(2)
                .allSatisfy(port -> assertThat(port.path("port").asInt()).isEqualTo(53));
    }

    @Test
    void letsOnlyServicesMigrationsAndTheCheckReachTheDatabase() {
        assertThat(subjects("recio-database"))
                .containsAll(House.PORTS.keySet())
                .contains("database-migrator", "release-check")
                .hasSize(14);
        assertThat(chart.one("NetworkPolicy", "recio-database")
                        .at("/spec/egress/0/ports/0/port")
                        .asInt())
                .isEqualTo(5432);
    }

    @Test
    void letsOnlyThoseMeetAnExchangeWhoNeedOne() {
        assertThat(subjects("recio-exchanges"))
                .containsExactlyInAnyOrder(
                        "symbol-price-watchdog-btc",
                        "symbol-price-watchdog-eth",
                        "kalshi-api-watchdog",
                        "kalshi-account-sync",
                        "trade-executor",
                        "system-monitor");
    }

    @Test
    void keepsTheSimulatedInstallationOffTheInternet() {
        assertThat(chart.one("NetworkPolicy", "recio-exchanges").at("/spec/egress"))
                .hasSize(1)
                .first()
                .satisfies(rule -> assertThat(rule.at("/ports/0/port").asInt()).isEqualTo(8100));
    }

    @Test
    void letsALiveInstallationReachTheInternetButNotTheClustersNeighbours() {
        JsonNode rule = Chart.rendered(Chart.LIVE)
                .one("NetworkPolicy", "recio-exchanges")
                .at("/spec/egress/0");

        assertThat(rule.at("/ports/0/port").asInt()).isEqualTo(443);
        assertThat(texts(rule.at("/to/0/ipBlock/except"))).contains("10.0.0.0/8", "169.254.0.0/16");
    }

    @Test
    void letsDetectorAndMonitorAskEveryService() {
        JsonNode health = chart.one("NetworkPolicy", "recio-health").path("spec");

        assertThat(subjects("recio-health")).containsExactlyInAnyOrderElementsOf(House.PORTS.keySet());
        assertThat(health.at("/ingress/0/from")).hasSize(1);
        assertThat(texts(health.at("/ingress/0/from/0/podSelector/matchExpressions/0/values")))
                .containsExactly("cascading-failure-detector", "system-monitor");
        assertThat(StreamSupport.stream(
                                chart.one("NetworkPolicy", "recio-watchers")
                                        .at("/spec/egress/0/ports")
                                        .spliterator(),
                                false)
                        .map(port -> port.path("port").asInt()))
                .containsExactlyInAnyOrderElementsOf(House.PORTS.values());
    }

    @Test
    void opensNoWayInUnlessAsked() {
        assertThat(chart.all("Ingress")).isEmpty();
        assertThat(chart.names("NetworkPolicy")).doesNotContain("recio-web");
        assertThat(chart.all("Service"))
                .allSatisfy(service ->
                        assertThat(service.at("/spec/type").asText("ClusterIP")).isIn("", "ClusterIP"));
    }

    @Test
    void letsScriptsReachTheTradeManagerOnlyFromWhereAsked() {
        Chart open = Chart.rendered(Map.of("networkPolicy.scriptsFrom[0].ipBlock.cidr", "10.1.2.0/24"));
        JsonNode policy = open.one("NetworkPolicy", "recio-scripts");

        assertThat(chart.names("NetworkPolicy")).doesNotContain("recio-scripts");
        assertThat(texts(policy.at("/spec/podSelector/matchExpressions/0/values")))
                .containsExactly("trade-manager");
        assertThat(policy.at("/spec/ingress/0/from")).hasSize(1);
        assertThat(policy.at("/spec/ingress/0/from/0/ipBlock/cidr").asText()).isEqualTo("10.1.2.0/24");
        assertThat(policy.at("/spec/ingress/0/ports/0/port").asText()).isEqualTo("http");
    }

    @Test
    void routesTheHostToMainAppOverTls() {
        Chart open = Chart.rendered(WITH_INGRESS);
        JsonNode ingress = open.one("Ingress", "recio-main-app");

        assertThat(ingress.path("apiVersion").asText()).isEqualTo("networking.k8s.io/v1");
        assertThat(ingress.at("/spec/tls/0/secretName").asText()).isEqualTo("recio-tls");
        assertThat(ingress.at("/spec/rules/0/host").asText()).isEqualTo("recio.example.com");
        assertThat(ingress.at("/spec/rules/0/http/paths/0/backend/service/name").asText())
                .isEqualTo("recio-main-app");
        assertThat(open.names("NetworkPolicy")).contains("recio-web");
        assertThat(open.pod("main-app").environment())
                .containsEntry("MAIN_APP_ALLOWED_ORIGINS", "https://recio.example.com")
                .containsEntry("MAIN_APP_LOGIN_SECURE_COOKIE", "true");
    }

    @Test
    void keepsHealthAndMetricsInside() throws IOException {
        List<String> paths = StreamSupport.stream(
                        Chart.rendered(WITH_INGRESS)
                                .one("Ingress", "recio-main-app")
                                .at("/spec/rules/0/http/paths")
                                .spliterator(),
                        false)
                .map(path ->
                        path.path("pathType").asText() + " " + path.path("path").asText())
                .toList();
        String routes = Files.readString(
                Chart.REPOSITORY.resolve("services/main-app/src/main/java/io/recio/mainapp/page/PageRoutes.java"));
        List<String> pages = Pattern.compile("\"(/[a-z]+)\"[,)]")
                .matcher(routes.substring(
                        routes.indexOf("PAGES ="), routes.indexOf(");", routes.indexOf("PAGES =")) + 1))
                .results()
                .map(page -> "Prefix " + page.group(1))
                .toList();

        assertThat(paths)
                .contains("Exact /", "Prefix /api", "Prefix /ws", "Prefix /static")
                .containsAll(pages)
                .doesNotContain("Prefix /", "Prefix /q");
        assertThat(pages).contains("Prefix /login", "Prefix /system");
    }

    @Test
    void warnsOfAnIngressWithoutTls() {
        Map<String, String> plain = new HashMap<>(WITH_INGRESS);
        plain.remove("ingress.tlsSecret");

        assertThat(Chart.notes(plain)).contains("The ingress has no TLS");
        assertThat(Chart.rendered(plain).pod("main-app").environment())
                .containsEntry("MAIN_APP_LOGIN_SECURE_COOKIE", "false");
    }

    private List<String> subjects(String policy) {
        return texts(chart.one("NetworkPolicy", policy).at("/spec/podSelector/matchExpressions/0/values"));
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
