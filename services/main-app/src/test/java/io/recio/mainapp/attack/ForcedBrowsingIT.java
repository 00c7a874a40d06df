package io.recio.mainapp.attack;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.recio.fixtures.TestDatabase;
import io.recio.mainapp.Browser;
import io.recio.mainapp.ScreenDatabaseResource;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every operation of the API without a session and with each role; one that is not in the table fails the test. */
@QuarkusTest
@WithTestResource(ScreenDatabaseResource.class)
class ForcedBrowsingIT {

    private static final List<String> ROLES = List.of("anonymous", "viewer", "trader", "admin");

    private static final String TABLE = """
            anonymous POST /api/v1/session
            anonymous GET /api/v1/oidc
            anonymous GET /api/v1/oidc/login
            anonymous GET /api/v1/oidc/callback
            viewer GET /api/v1/oidc/proof
            viewer GET /api/v1/session
            viewer DELETE /api/v1/session
            trader PUT /api/v1/session/one-click
            viewer GET /api/v1/sessions
            viewer DELETE /api/v1/sessions/{sessionId}
            viewer PUT /api/v1/password
            admin GET /api/v1/users
            admin POST /api/v1/users
            admin PUT /api/v1/users/{name}
            admin POST /api/v1/users/{name}/password
            trader POST /api/v1/tokens
            admin GET /api/v1/audit
            admin GET /api/v1/audit/verification
            viewer GET /api/v1/symbols
            viewer GET /api/v1/prices
            viewer GET /api/v1/prices/{symbol}/history
            viewer GET /api/v1/strike-tables/{symbol}
            viewer GET /api/v1/watchlists/{symbol}
            viewer GET /api/v1/trades
            trader POST /api/v1/trades
            viewer GET /api/v1/trades/export
            viewer GET /api/v1/trades/statistics
            viewer GET /api/v1/trades/{tradeId}
            viewer GET /api/v1/trades/{tradeId}/timeline
            trader POST /api/v1/trades/{tradeId}/closure
            trader DELETE /api/v1/trades/{tradeId}/closure
            viewer GET /api/v1/decisions
            viewer GET /api/v1/decision-reasons
            viewer GET /api/v1/auto-entry-states
            viewer GET /api/v1/settings/{group}
            trader PUT /api/v1/settings/{group}
            viewer GET /api/v1/settings/{group}/fields
            viewer GET /api/v1/kill-switch
            trader POST /api/v1/kill-switch
            trader DELETE /api/v1/kill-switch
            trader DELETE /api/v1/entry-halt
            viewer GET /api/v1/account/balances
            viewer GET /api/v1/account/balance-history
            viewer GET /api/v1/account/positions
            viewer GET /api/v1/account/orders
            viewer GET /api/v1/account/orders/{orderId}/events
            viewer GET /api/v1/account/orders/export
            viewer GET /api/v1/account/fills
            viewer GET /api/v1/account/fills/export
            viewer GET /api/v1/account/settlements
            viewer GET /api/v1/account/settlements/export
            viewer GET /api/v1/system/services
            trader GET /api/v1/system/services/{service}/log-lines
            viewer GET /api/v1/system/alerts
            trader POST /api/v1/system/alerts/{alertId}/acknowledgement
            viewer GET /api/v1/system/alert-tests
            trader POST /api/v1/system/alert-tests
            viewer GET /api/v1/system/incidents
            viewer GET /api/v1/system/remedies
            viewer GET /api/v1/system/health
            viewer GET /api/v1/system/health-history
            viewer GET /api/v1/system/dependencies
            viewer GET /api/v1/system/restarts
            admin POST /api/v1/system/restarts
            """;

    TestDatabase database;

    @Test
    void opensEachDoorToTheRolesOfTheTableAndToNobodyElse() {
        Map<String, String> table = table();
        assertThat(operations()).containsExactlyInAnyOrderElementsOf(table.keySet());
        List<String> wrong = new ArrayList<>();
        for (String role : ROLES) {
            Browser browser = role.equals("anonymous") ? null : Browser.loggedIn(database, "door-" + role, role);
            table.forEach((operation, needed) -> {
                // A logout ends the session the others are tried with.
                Browser own = operation.equals("DELETE /api/v1/session") && browser != null
                        ? Browser.loggedIn(database, "door-out", role)
                        : browser;
                int status = ask(own, operation);
                boolean denied = status == (own == null ? 401 : 403);
                boolean mayPass = ROLES.indexOf(role) >= ROLES.indexOf(needed);
                if (denied == mayPass || status >= 500 && status != 503) {
                    wrong.add(role + " " + operation + " answered " + status);
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    private static int ask(Browser browser, String operation) {
        String[] parts = operation.split(" ", 2);
        String path = parts[1].replace("{symbol}", "BTC")
                .replace("{group}", "auto-entry")
                .replaceAll("\\{[a-zA-Z]+}", "nobody");
        var request = browser == null
                ? given().contentType(ContentType.JSON)
                : parts[0].equals("GET") ? browser.reads() : browser.changes();
        return (parts[0].equals("GET") ? request : request.body("{}"))
                .request(parts[0], path)
                .statusCode();
    }

    private static Map<String, String> table() {
        var table = new TreeMap<String, String>();
        TABLE.lines().forEach(line -> {
            String[] parts = line.split(" ", 2);
            table.put(parts[1], parts[0]);
        });
        return table;
    }

    private static List<String> operations() {
        Map<String, Map<String, Object>> paths = new JsonPath(given().accept("application/json")
                        .get("/api/v1/openapi?format=json")
                        .asString())
                .getMap("paths");
        return paths.entrySet().stream()
                .flatMap(path -> path.getValue().keySet().stream()
                        .filter(method -> !method.equals("parameters"))
                        .map(method -> method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey()))
                .toList();
    }
}
