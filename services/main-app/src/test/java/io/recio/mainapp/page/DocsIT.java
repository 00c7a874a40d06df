package io.recio.mainapp.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.recio.fixtures.TestDatabase;
import io.recio.mainapp.Browser;
import io.recio.mainapp.ScreenDatabaseResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ScreenDatabaseResource.class)
class DocsIT {

    TestDatabase database;

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/docs", "/api/v1/docs/", "/api/v1/docs/index.html"})
    void opensThePagesOfTheApiToAdminsOnly(String path) {
        given().get(path).then().statusCode(not(200));
        Browser.loggedIn(database, "reader", "trader").reads().get(path).then().statusCode(not(200));
    }

    @Test
    void showsThePagesOfTheApiUnderAPolicyOfTheirOwn() {
        Browser admin = Browser.loggedIn(database, "librarian", "admin");
        admin.reads()
                .get("/api/v1/docs/")
                .then()
                .statusCode(200)
                .contentType(containsString("text/html"))
                .header("Content-Security-Policy", containsString("'unsafe-inline'"))
                .body(containsString("/api/v1/openapi"));
        assertThat(given().get("/").header("Content-Security-Policy")).doesNotContain("unsafe-inline");
    }
}
