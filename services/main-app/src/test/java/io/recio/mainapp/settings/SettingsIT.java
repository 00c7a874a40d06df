package io.recio.mainapp.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.recio.fixtures.TestDatabase;
import io.recio.mainapp.Browser;
import io.recio.mainapp.ScreenDatabaseResource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ScreenDatabaseResource.class)
class SettingsIT {

    TestDatabase database;

    private Browser admin;

    @BeforeEach
    void defaults() {
        database.execute("DELETE FROM settings.auto_entry; INSERT INTO settings.auto_entry DEFAULT VALUES");
        admin = Browser.loggedIn(database, "setter", "admin");
    }

    @Test
    void readsTheDefaultsOfTheProduct() {
        admin.reads()
                .get("/api/v1/settings/auto-entry")
                .then()
                .statusCode(200)
                .body(
                        "enabled", equalTo(false),
                        "minTimeSeconds", equalTo(120),
                        "minProbabilityPercent", equalTo("95.00"),
                        "minDifferentialCents", equalTo("0.25"),
                        "spikeAlertMomentumThreshold", equalTo(36));
    }

    @Test
    void writesAllValuesAndAuditsWhatChanged() {
        Map<String, Object> values = read();
        values.put("enabled", true);
        values.put("minProbabilityPercent", "96.5");
        admin.changes()
                .body(values)
                .put("/api/v1/settings/auto-entry")
                .then()
                .statusCode(200)
                .body("enabled", equalTo(true), "minProbabilityPercent", equalTo("96.50"));
        admin.reads()
                .get("/api/v1/audit")
                .then()
                .body(
                        "items[0].action", equalTo("change-settings"),
                        "items[0].actor", equalTo("setter"),
                        "items[0].facts.changes.minProbabilityPercent.from", equalTo("95.00"),
                        "items[0].facts.changes.minProbabilityPercent.to", equalTo("96.50"),
                        "items[0].facts.changes.minTimeSeconds", nullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "minTimeSeconds | 3601 | a whole number from 0 to 3600",
                "minTimeSeconds | -1 | a whole number from 0 to 3600",
                "minTimeSeconds | 1.5 | a whole number from 0 to 3600",
                "minTimeSeconds | \"120\" | a whole number from 0 to 3600",
                "minTimeSeconds | null | a whole number from 0 to 3600",
                "minTimeSeconds | 901 | at most maxTimeSeconds (900)",
                "minProbabilityPercent | \"100.01\" | a decimal as text from 50 to 100 with at most 2 decimals",
                "minProbabilityPercent | \"95.001\" | a decimal as text from 50 to 100 with at most 2 decimals",
                "minProbabilityPercent | 95 | a decimal as text from 50 to 100 with at most 2 decimals",
                "enabled | \"yes\" | true or false",
                "enabled | 1 | true or false",
                "spikeAlertCooldownThreshold | 37 | at most spikeAlertMomentumThreshold (36)",
            })
    void refusesAValueOutOfRangeAndWritesNothing(String field, String value, String expected) {
        Map<String, Object> values = read();
        values.put("positionSize", 7);
        values.put(field, "§");
        String body = io.recio.storage.json.DomainJson.write(values).replace("\"§\"", value);
        admin.changes()
                .body(body)
                .put("/api/v1/settings/auto-entry")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo(field), "expected", equalTo(expected), "found", equalTo(value));
        assertThat(read()).containsEntry("positionSize", 1);
    }

    @Test
    void refusesAMissingAndAnUnknownField() {
        Map<String, Object> missing = read();
        missing.remove("multiplier");
        admin.changes()
                .body(missing)
                .put("/api/v1/settings/auto-entry")
                .then()
                .statusCode(400)
                .body("field", equalTo("multiplier"), "found", equalTo("nothing"));
        Map<String, Object> unknown = read();
        unknown.put("surprise", 1);
        admin.changes()
                .body(unknown)
                .put("/api/v1/settings/auto-entry")
                .then()
                .statusCode(400)
                .body("field", equalTo("surprise"), "expected", equalTo("no such field"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{", "{\"enabled\":true,\"enabled\":true}", "{} {}", "\"text\"", "1"})
    void refusesWhatIsNoObject(String body) {
        admin.changes()
                .body(body)
                .put("/api/v1/settings/auto-entry")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/malformed-json"), "detail", containsString("expected a JSON object"));
    }

    @Test
    void refusesAChangeOfValuesSomebodyElseChanged() {
        String tag = admin.reads().get("/api/v1/settings/auto-entry").header("ETag");
        database.execute("UPDATE settings.auto_entry SET position_size = 3");
        admin.changes()
                .header("If-Match", tag)
                .body(read())
                .put("/api/v1/settings/auto-entry")
                .then()
                .statusCode(412);
        String fresh = admin.reads().get("/api/v1/settings/auto-entry").header("ETag");
        admin.changes()
                .header("If-Match", fresh)
                .body(read())
                .put("/api/v1/settings/auto-entry")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto-entry", "auto-stop", "risk-limits", "orders"})
    void acceptsWhatItGaveForEveryGroup(String group) {
        var values = admin.reads()
                .get("/api/v1/settings/" + group)
                .then()
                .statusCode(200)
                .extract();
        admin.changes()
                .body(values.asString())
                .put("/api/v1/settings/" + group)
                .then()
                .statusCode(200)
                .body(equalTo(values.asString()));
        admin.reads().get("/api/v1/settings/" + group + "/fields").then().statusCode(200);
    }

    @Test
    void knowsNoOtherGroup() {
        admin.reads()
                .get("/api/v1/settings/secrets")
                .then()
                .statusCode(404)
                .body("expected", equalTo("one of auto-entry, auto-stop, risk-limits, orders"));
    }

    private Map<String, Object> read() {
        return new LinkedHashMap<>(
                admin.reads().get("/api/v1/settings/auto-entry").jsonPath().getMap(""));
    }
}
