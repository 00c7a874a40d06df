package io.recio.mainapp.user;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.recio.fixtures.TestDatabase;
import io.recio.mainapp.Browser;
import io.recio.mainapp.ScreenDatabaseResource;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ScreenDatabaseResource.class)
class UserIT {

    TestDatabase database;

    private Browser admin;

    @BeforeEach
    void anAdmin() {
        database.execute("DELETE FROM auth.users WHERE name IN ('newcomer', 'boss', 'trader-1')");
        admin = Browser.loggedIn(database, "boss", "admin");
    }

    @Test
    void addsAUserWhoseRandomPasswordIsToldOnce() {
        String password = admin.changes()
                .body(Map.of("name", "newcomer", "role", "trader", "password", Browser.PASSWORD))
                .post("/api/v1/users")
                .then()
                .statusCode(200)
                .body("name", equalTo("newcomer"))
                .extract()
                .path("password");
        assertThat(password).hasSize(20);
        Browser.logIn("newcomer", password).then().statusCode(200).body("role", equalTo("trader"));
        admin.changes()
                .body(Map.of("name", "newcomer", "role", "viewer", "password", Browser.PASSWORD))
                .post("/api/v1/users")
                .then()
                .statusCode(409);
        admin.reads()
                .get("/api/v1/audit?size=5")
                .then()
                .body("items.find { it.action == 'add-user' }.facts.user", equalTo("newcomer"));
    }

    @Test
    void changesNobodyWithoutTheAdminsOwnPassword() {
        Browser.addUser(database, "trader-1", "trader");
        admin.changes()
                .body(Map.of("role", "admin", "disabled", false, "password", "guess"))
                .put("/api/v1/users/trader-1")
                .then()
                .statusCode(401);
        admin.reads().get("/api/v1/users").then().body("find { it.name == 'trader-1' }.role", equalTo("trader"));
    }

    @Test
    void endsTheLoginsOfAUserWhoIsDisabledAndLetsNoneIn() {
        Browser trader = Browser.loggedIn(database, "trader-1", "trader");
        change("trader-1", "trader", true).then().statusCode(204);
        trader.reads().get("/api/v1/session").then().statusCode(401);
        Browser.logIn("trader-1", Browser.PASSWORD)
                .then()
                .statusCode(401)
                .body("detail", equalTo("name or password is not right"));
        change("trader-1", "viewer", false).then().statusCode(204);
        Browser.logIn("trader-1", Browser.PASSWORD).then().statusCode(200).body("role", equalTo("viewer"));
    }

    @Test
    void letsNoAdminShutTheDoorBehindOneself() {
        change("boss", "viewer", false).then().statusCode(409);
        change("nobody-there", "viewer", false).then().statusCode(404);
    }

    @Test
    void changesOnesOwnPasswordAndEndsTheOtherLogins() {
        Browser here = Browser.loggedIn(database, "trader-1", "trader");
        var elsewhere = Browser.logIn("trader-1", Browser.PASSWORD);
        String other = elsewhere.cookie("recio_session");
        own(here, "guess", "a better password").then().statusCode(401);
        own(here, Browser.PASSWORD, "short").then().statusCode(400).body("field", equalTo("next"));
        own(here, Browser.PASSWORD, "a better password").then().statusCode(204);
        given().cookie("recio_session", other).get("/api/v1/session").then().statusCode(401);
        here.reads().get("/api/v1/session").then().statusCode(200);
        Browser.logIn("trader-1", Browser.PASSWORD).then().statusCode(401);
        Browser.logIn("trader-1", "a better password").then().statusCode(200);
    }

    @Test
    void resetsALostPassword() {
        Browser trader = Browser.loggedIn(database, "trader-1", "trader");
        String password = admin.changes()
                .body(Map.of("password", Browser.PASSWORD))
                .post("/api/v1/users/trader-1/password")
                .then()
                .statusCode(200)
                .extract()
                .path("password");
        trader.reads().get("/api/v1/session").then().statusCode(401);
        Browser.logIn("trader-1", password).then().statusCode(200);
    }

    @Test
    void listsAndEndsOnesOwnSessionsOnly() {
        Browser trader = Browser.loggedIn(database, "trader-1", "trader");
        String second = Browser.logIn("trader-1", Browser.PASSWORD).cookie("recio_session");
        trader.reads()
                .get("/api/v1/sessions")
                .then()
                .statusCode(200)
                .body("", hasSize(2), "user", equalTo(List.of("trader-1", "trader-1")));
        String id = trader.reads().get("/api/v1/sessions").path("find { !it.current }.sessionId");
        String bosses = admin.reads().get("/api/v1/sessions").path("find { it.user == 'boss' }.sessionId");
        trader.changes().delete("/api/v1/sessions/" + bosses).then().statusCode(404);
        trader.changes().delete("/api/v1/sessions/" + id).then().statusCode(204);
        given().cookie("recio_session", second).get("/api/v1/session").then().statusCode(401);
        admin.reads()
                .get("/api/v1/sessions")
                .then()
                .body("find { it.user == 'trader-1' }.address", containsString("127.0.0.1"));
    }

    @Test
    void believesNoForwardedAddressOfAStranger() {
        given().contentType(ContentType.JSON)
                .header("X-Forwarded-For", "6.6.6.6")
                .body(Map.of("name", "boss", "password", Browser.PASSWORD))
                .post("/api/v1/session")
                .then()
                .statusCode(200);
        admin.reads().get("/api/v1/sessions").then().body("find { it.address == '6.6.6.6' }", equalTo(null));
    }

    private io.restassured.response.Response change(String name, String role, boolean disabled) {
        return admin.changes()
                .body(Map.of("role", role, "disabled", disabled, "password", Browser.PASSWORD))
                .put("/api/v1/users/" + name);
    }

    private static io.restassured.response.Response own(Browser browser, String current, String next) {
        return browser.changes().body(Map.of("current", current, "next", next)).put("/api/v1/password");
    }
}
