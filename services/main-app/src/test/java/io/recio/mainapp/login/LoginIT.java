package io.recio.mainapp.login;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.recio.fixtures.TestDatabase;
import io.recio.mainapp.Browser;
import io.recio.mainapp.ScreenDatabaseResource;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ScreenDatabaseResource.class)
class LoginIT {

    TestDatabase database;

    @Test
    void makesOneAdminWhosePasswordOnlyItsOwnerCanRead() throws IOException {
        Path file = Path.of(ScreenDatabaseResource.PASSWORD_FILE);
        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> Browser.logIn(
                        "admin", Files.readString(file).strip())
                .then()
                .statusCode(200)
                .body("name", equalTo("admin"), "role", equalTo("admin"), "mode", equalTo("simulated")));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void keepsTheSessionInACookieScriptsCannotRead() {
        Browser.addUser(database, "cookie", "viewer");
        String cookie = Browser.logIn("cookie", Browser.PASSWORD).header("Set-Cookie");
        assertThat(cookie).startsWith("recio_session=").contains("HttpOnly", "SameSite=Strict", "Path=/");
    }

    @Test
    void storesTheHashOfTheTokenOnly() throws Exception {
        Browser browser = Browser.loggedIn(database, "hashed", "viewer");
        try (var connection = database.admin();
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT token_hash FROM auth.sessions JOIN auth.users "
                                + "USING (user_id) WHERE name = 'hashed'")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo(Tokens.hash(browser.cookie()));
        }
    }

    @Test
    void saysTheSameOfAWrongNameAndAWrongPassword() {
        Browser.addUser(database, "known", "viewer");
        String wrongPassword =
                Browser.logIn("known", "wrong").then().statusCode(401).extract().asString();
        String wrongName = Browser.logIn("unknown", "wrong")
                .then()
                .statusCode(401)
                .extract()
                .asString();
        assertThat(wrongPassword).isEqualTo(wrongName);
    }

    @Test
    void locksAUserAfterFiveWrongPasswordsEvenForTheRightOne() {
        Browser.addUser(database, "lockable", "trader");
        for (int i = 0; i < 5; i++) {
            Browser.logIn("lockable", "wrong" + i).then().statusCode(401);
        }
        Browser.logIn("lockable", Browser.PASSWORD)
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .body("detail", equalTo("too many wrong passwords, locked for another 15 min"));
        database.execute("UPDATE auth.users SET locked_until = clock_timestamp() WHERE name = 'lockable'");
        Browser.logIn("lockable", Browser.PASSWORD).then().statusCode(200);
    }

    @Test
    void endsTheSessionAtLogout() {
        Browser browser = Browser.loggedIn(database, "leaver", "viewer");
        browser.reads().get("/api/v1/session").then().statusCode(200).body("name", equalTo("leaver"));
        browser.changes().delete("/api/v1/session").then().statusCode(204);
        browser.reads().get("/api/v1/session").then().statusCode(401);
    }

    @Test
    void givesAnotherTokenAtEachLoginAndEndsTheFormerSession() {
        Browser first = Browser.loggedIn(database, "again", "viewer");
        String second = first.reads()
                .contentType(ContentType.JSON)
                .body("{\"name\":\"again\",\"password\":\"" + Browser.PASSWORD + "\"}")
                .post("/api/v1/session")
                .cookie("recio_session");
        assertThat(second).isNotEqualTo(first.cookie());
        first.reads().get("/api/v1/session").then().statusCode(401);
    }

    @Test
    void refusesASessionWhoseTimeIsOver() {
        Browser browser = Browser.loggedIn(database, "late", "viewer");
        database.execute("UPDATE auth.sessions SET expires_at = clock_timestamp() WHERE token_hash = '"
                + Tokens.hash(browser.cookie()) + "'");
        browser.reads().get("/api/v1/prices").then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "session",
                "symbols",
                "prices",
                "strike-tables/BTC",
                "watchlists/BTC",
                "trades",
                "trades/export",
                "trades/x",
                "settings/auto-entry",
                "settings/auto-entry/fields",
                "kill-switch",
                "account/balances",
                "account/positions",
                "account/fills",
                "account/settlements",
                "system/services",
                "system/alerts",
                "system/incidents",
                "system/remedies",
                "system/health",
                "decisions",
                "auto-entry-states",
                "audit",
                "audit/verification"
            })
    void answersNothingWithoutASession(String path) {
        given().get("/api/v1/" + path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/no-session"));
    }

    @ParameterizedTest
    @CsvSource({
        "viewer, POST, trades",
        "viewer, POST, trades/x/closure",
        "viewer, DELETE, trades/x/closure",
        "viewer, PUT, settings/auto-entry",
        "viewer, POST, kill-switch",
        "viewer, DELETE, kill-switch",
        "viewer, DELETE, entry-halt",
        "viewer, POST, tokens",
        "viewer, POST, system/alerts/x/acknowledgement",
        "viewer, GET, audit",
        "trader, PUT, settings/risk-limits",
        "trader, PUT, settings/orders",
        "trader, GET, audit/verification",
    })
    void refusesWhatTheRoleDoesNotCover(String role, String method, String path) {
        Browser browser = Browser.loggedIn(database, "role-" + role, role);
        browser.changes()
                .body("{}")
                .request(method, "/api/v1/" + path)
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/forbidden"));
    }

    @Test
    void refusesAChangeWithoutTheSessionsToken() {
        Browser browser = Browser.loggedIn(database, "forged", "trader");
        browser.reads()
                .contentType(ContentType.JSON)
                .body("{\"reason\":\"x\",\"flatten\":false}")
                .post("/api/v1/kill-switch")
                .then()
                .statusCode(403)
                .body("detail", equalTo("expected the session's token in X-CSRF-Token, found none"));
        browser.reads()
                .header("X-CSRF-Token", "guess")
                .contentType(ContentType.JSON)
                .body("{\"reason\":\"x\",\"flatten\":false}")
                .post("/api/v1/kill-switch")
                .then()
                .statusCode(403);
        browser.reads().get("/api/v1/kill-switch").then().statusCode(200).body("on", equalTo(false));
    }

    @Test
    void refusesAChangeFromAnotherOrigin() {
        Browser browser = Browser.loggedIn(database, "foreign", "trader");
        browser.changes()
                .header("Origin", "https://evil.example")
                .body("{\"reason\":\"x\",\"flatten\":false}")
                .post("/api/v1/kill-switch")
                .then()
                .statusCode(403);
    }

    @Test
    void chainsTheAuditAndShowsAnEditedRow() {
        Browser admin = Browser.loggedIn(database, "auditor", "admin");
        admin.reads()
                .get("/api/v1/audit/verification")
                .then()
                .statusCode(200)
                .body("intact", equalTo(true), "firstBroken", nullValue());
        database.execute("UPDATE auth.audit SET actor = 'nobody' WHERE seq = 1");
        admin.reads()
                .get("/api/v1/audit/verification")
                .then()
                .body("intact", equalTo(false), "firstBroken", equalTo(1));
        database.execute("TRUNCATE auth.audit");
    }

    @Test
    void sendsHeadersThatForbidInlineScriptsAndFrames() {
        String policy = given().get("/")
                .then()
                .statusCode(200)
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .extract()
                .header("Content-Security-Policy");
        assertThat(policy).contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'");
        assertThat(policy).doesNotContain("unsafe-inline", "unsafe-eval");
        given().get("/history").then().statusCode(200).contentType("text/html");
        given().get("/api/v1/nothing").then().statusCode(404).contentType("application/problem+json");
        given().get("/api/v1/openapi").then().statusCode(200);
    }
}
