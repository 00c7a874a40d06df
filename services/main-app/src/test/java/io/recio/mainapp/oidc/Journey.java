package io.recio.mainapp.oidc;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.Map;

/**
 * A browser's way to the provider, step by step.
 *
 * @param cookie the way's own
 * @param authorization the provider's address it was sent to
 */
record Journey(String cookie, String authorization) {

    static Journey begun() {
        return of(plain(), "/api/v1/oidc/login?back=/history");
    }

    /** With a session: to confirm, or to log in once more. */
    static Journey of(RequestSpecification browser, String path) {
        Response sent = browser.redirects().follow(false).get(path);
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(sent.header("Set-Cookie"))
                .startsWith("recio_oidc=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/api/v1/oidc", "Max-Age=600");
        return new Journey(sent.cookie("recio_oidc"), sent.header("Location"));
    }

    /** What the provider sends the browser back to. */
    URI answer() {
        return URI.create(plain().urlEncodingEnabled(false).get(authorization).header("Location"));
    }

    Response back() {
        return back(answer());
    }

    Response back(URI answer) {
        return plain().cookie("recio_oidc", cookie).urlEncodingEnabled(false).get(answer);
    }

    /** Comes home logged in. */
    static Map<String, String> home(Response back) {
        assertThat(back.statusCode()).isEqualTo(303);
        return Map.of("cookie", back.cookie("recio_session"), "location", back.header("Location"));
    }

    static RequestSpecification plain() {
        return given().redirects().follow(false);
    }
}
