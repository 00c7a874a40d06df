package io.recio.mainapp;

import static io.restassured.RestAssured.given;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.recio.fixtures.TestDatabase;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** A logged-in browser, as far as REST is concerned: cookie and CSRF token. */
public final class Browser {

    public static final String PASSWORD = "correct horse";

    private static final String HASH = BcryptUtil.bcryptHash(PASSWORD);

    private final String cookie;
    private final String csrfToken;

    private Browser(String cookie, String csrfToken) {
        this.cookie = cookie;
        this.csrfToken = csrfToken;
    }

    /** Makes the user anew, unlocked. */
    public static void addUser(TestDatabase database, String name, String role) {
        database.execute("DELETE FROM auth.users WHERE name = '" + name + "';"
                + "INSERT INTO auth.users (name, password_hash, role) VALUES ('" + name + "', '" + HASH + "', '" + role
                + "')");
    }

    /** Makes the user anew and logs in. */
    public static Browser loggedIn(TestDatabase database, String name, String role) {
        addUser(database, name, role);
        Response response = logIn(name, PASSWORD);
        response.then().statusCode(200);
        return new Browser(response.cookie("recio_session"), response.path("csrfToken"));
    }

    /** With a session that was opened otherwise. */
    public static Browser with(String cookie) {
        String token =
                given().cookie("recio_session", cookie).get("/api/v1/session").path("csrfToken");
        return new Browser(cookie, token);
    }

    public static Response logIn(String name, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("name", name, "password", password))
                .post("/api/v1/session");
    }

    public String cookie() {
        return cookie;
    }

    public String csrfToken() {
        return csrfToken;
    }

    /** With the session only: reading. */
    public RequestSpecification reads() {
        return given().cookie("recio_session", cookie);
    }

    /** With the session and its token: changing. */
    public RequestSpecification changes() {
        return reads().header("X-CSRF-Token", csrfToken).contentType(ContentType.JSON);
    }
}
