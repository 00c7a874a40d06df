package io.recio.mainapp.oidc;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.recio.fixtures.TestDatabase;
import io.recio.mainapp.Browser;
import io.recio.mainapp.IdentityProviderStandIn;
import io.recio.mainapp.ScreenDatabaseResource;
import io.restassured.response.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logging in at a provider that does what one does; every refusal leaves a row and no session. */
@QuarkusTest
@WithTestResource(ScreenDatabaseResource.class)
class OidcIT {

    TestDatabase database;
    IdentityProviderStandIn provider;

    @BeforeEach
    void nobodyIsUnderWay() {
        database.execute("DELETE FROM auth.oidc_flows; DELETE FROM auth.users WHERE oidc_issuer IS NOT NULL;"
                + "DELETE FROM auth.users WHERE name = 'jane'; TRUNCATE auth.audit");
        provider.beGood();
        provider.letIn("4711", "jane", "recio-traders");
    }

    @AfterEach
    void theProviderIsBack() {
        provider.beGood();
    }

    @ParameterizedTest
    @CsvSource({
        "recio-viewers, viewer",
        "recio-traders, trader",
        "night-shift, trader",
        "recio-admins, admin",
        "recio-viewers everybody recio-admins, admin"
    })
    void letsAPersonInWithTheRoleOfTheGroups(String groups, String role) {
        provider.letIn("4711", "jane", groups.split(" "));
        Response back = Journey.begun().back();
        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(back.header("Location")).isEqualTo("/history");
        assertThat(back.headers().getValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("recio_session=")
                        .contains("HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=43200"))
                .anySatisfy(
                        cookie -> assertThat(cookie).startsWith("recio_oidc=;").contains("Max-Age=0"));
        Browser browser = Browser.with(back.cookie("recio_session"));
        browser.reads()
                .get("/api/v1/session")
                .then()
                .statusCode(200)
                .body("name", equalTo("jane"), "role", equalTo(role), "provider", equalTo("Example ID"));
        assertThat(audit())
                .containsExactly(
                        "jane add-user {\"role\": \"%s\", \"user\": \"jane\", \"provider\": \"%s\"}"
                                .formatted(role, provider.issuer()),
                        "jane login {\"address\": \"127.0.0.1\", \"provider\": \"%s\"}".formatted(provider.issuer()));
        browser.reads().get("/api/v1/sessions").then().body("user.findAll { it == 'jane' }", hasSize(1));
        browser.changes().delete("/api/v1/session").then().statusCode(204);
        browser.reads().get("/api/v1/session").then().statusCode(401);
    }

    @Test
    void takesTheRoleAnewAtEachLoginForEverySessionOfThePerson() {
        Browser first = loggedIn();
        provider.letIn("4711", "jane", "recio-viewers");
        Browser second = loggedIn();
        second.reads().get("/api/v1/session").then().body("role", equalTo("viewer"));
        first.reads().get("/api/v1/session").then().body("role", equalTo("viewer"));
        assertThat(audit()).contains("jane take-role {\"from\": \"trader\", \"role\": \"viewer\", \"user\": \"jane\"}");
    }

    @Test
    void refusesSomebodyOfAnUnknownGroupAndEndsTheLoginsThatAreOpen() {
        Browser open = loggedIn();
        provider.letIn("4711", "jane", "everybody", "Recio-Traders");
        refused(Journey.begun().back(), "no-role");
        open.reads().get("/api/v1/session").then().statusCode(401);
        assertThat(audit().getLast())
                .isEqualTo(
                        "jane oidc-refused {\"reason\": \"no-role\", \"address\": \"127.0.0.1\", \"purpose\": \"login\","
                                + " \"subject\": \"4711\", \"provider\": \"%s\"}".formatted(provider.issuer()));
    }

    @Test
    void endsTheSessionThatWasOpenWhenTheLoginBegan() {
        Browser before = loggedIn();
        Journey again = Journey.of(before.reads(), "/api/v1/oidc/login?back=/");
        Journey.home(again.back());
        before.reads().get("/api/v1/session").then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "another nonce",
                "no nonce",
                "another audience",
                "two audiences",
                "another party",
                "another issuer",
                "expired",
                "issued long ago",
                "no expiry",
                "no subject",
                "another key",
                "no signature",
                "the public key as a secret"
            })
    void believesNoTokenWith(String fault) {
        switch (fault) {
            case "another nonce" -> provider.spoil(claims -> claims.setStringClaim("nonce", "of another way"));
            case "no nonce" -> provider.spoil(claims -> claims.unsetClaim("nonce"));
            case "another audience" -> provider.spoil(claims -> claims.setAudience("another-client"));
            case "two audiences" -> provider.spoil(claims -> claims.setAudience("recio", "another-client"));
            case "another party" -> provider.spoil(claims -> claims.setStringClaim("azp", "another-client"));
            case "another issuer" -> provider.spoil(claims -> claims.setIssuer("https://evil.example"));
            case "expired" -> provider.spoil(claims -> claims.setExpirationTimeMinutesInTheFuture(-1));
            case "issued long ago" -> provider.spoil(claims -> claims.setIssuedAt(secondsAgo(3600)));
            case "no expiry" -> provider.spoil(claims -> claims.unsetClaim("exp"));
            case "no subject" -> provider.spoil(claims -> claims.unsetClaim("sub"));
            case "another key" ->
                provider.signWith(token -> {
                    token.setKey(IdentityProviderStandIn.anotherKey().getPrivateKey());
                    token.setAlgorithmHeaderValue("RS256");
                });
            case "no signature" ->
                provider.signWith(token -> {
                    token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
                    token.setAlgorithmHeaderValue("none");
                });
            case "the public key as a secret" ->
                provider.signWith(token -> {
                    token.setKey(
                            new HmacKey(provider.publishedKey().getPublicKey().getEncoded()));
                    token.setAlgorithmHeaderValue("HS256");
                });
            default -> throw new IllegalArgumentException(fault);
        }
        refused(Journey.begun().back(), "not-verified");
        assertThat(audit()).containsExactly(stranger("login", "not-verified"));
        assertThat(database.texts("SELECT name FROM auth.users WHERE oidc_issuer IS NOT NULL"))
                .isEmpty();
    }

    @Test
    void takesAnAnswerOnceOnly() {
        Journey journey = Journey.begun();
        URI answer = journey.answer();
        Journey.home(journey.back(answer));
        refused(journey.back(answer), "stale");
        assertThat(audit().getLast()).isEqualTo(stranger("login", "stale"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"another state", "no state", "another browser", "no cookie", "too late"})
    void takesNoAnswerOf(String fault) {
        Journey journey = Journey.begun();
        URI answer = journey.answer();
        Response back =
                switch (fault) {
                    case "another state" ->
                        journey.back(URI.create(answer.toString().replace("state=", "state=x")));
                    case "no state" -> journey.back(URI.create(answer.toString().replace("state=", "other=")));
                    case "another browser" -> Journey.begun().back(answer);
                    case "no cookie" ->
                        Journey.plain().urlEncodingEnabled(false).get(answer);
                    case "too late" -> {
                        database.execute("UPDATE auth.oidc_flows SET expires_at = clock_timestamp()");
                        yield journey.back(answer);
                    }
                    default -> throw new IllegalArgumentException(fault);
                };
        refused(back, "stale");
        assertThat(audit()).containsExactly(stranger("login", "stale"));
    }

    @Test
    void gainsNothingFromACodeThatWasGivenToAnotherBrowser() {
        String stolen = Journey.begun().answer().toString().replaceAll(".*[?&](code=[^&]*).*", "$1");
        Journey own = Journey.begun();
        URI answer = URI.create(own.answer().toString().replaceAll("code=[^&]*", stolen));
        refused(own.back(answer), "not-verified");
        assertThat(audit()).containsExactly(stranger("login", "not-verified"));
    }

    @Test
    void takesNoAnswerThatNamesAnotherIssuer() {
        Journey journey = Journey.begun();
        URI answer = URI.create(journey.answer().toString().replaceAll("iss=[^&]*", "iss=https://evil.example"));
        refused(journey.back(answer), "not-verified");
    }

    @Test
    void saysThatTheProviderIsAwayWhilePasswordsWork() {
        provider.goAway();
        Response sent = Journey.plain().get("/api/v1/oidc/login");
        refused(sent, "provider-away");
        assertThat(audit()).containsExactly(stranger("login", "provider-away"));
        assertThat(database.texts("SELECT state_hash FROM auth.oidc_flows")).isEmpty();
        Browser.loggedIn(database, "jane", "viewer");

        provider.beGood();
        Journey journey = Journey.begun();
        URI answer = journey.answer();
        provider.goAway();
        refused(journey.back(answer), "provider-away");
    }

    @Test
    void tellsThatTheProviderLetNobodyIn() {
        provider.denyEverybody();
        refused(Journey.begun().back(), "denied-there");
        assertThat(audit()).containsExactly(stranger("login", "denied-there"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example",
                "/%5Cevil.example",
                "/history/../../evil",
                "/%0d%0aSet-Cookie:x=1",
                "/@evil.example",
                "javascript:alert(1)",
                "%2F%2Fevil.example"
            })
    void leadsNowhereButToAPageOfOurs(String back) {
        Response sent = Journey.plain().urlEncodingEnabled(false).get("/api/v1/oidc/login?back=" + back);
        var journey = new Journey(sent.cookie("recio_oidc"), sent.header("Location"));
        assertThat(journey.authorization()).startsWith(provider.issuer() + "/authorize?");
        assertThat(Journey.home(journey.back())).containsEntry("location", "/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jane", "admin"})
    void takesNobodyForTheUserOfTheSameName(String name) {
        if (name.equals("jane")) {
            Browser.addUser(database, name, "admin");
        }
        provider.letIn("4711", name, "recio-viewers");
        Browser person = loggedIn();
        String given = person.reads().get("/api/v1/session").path("name");
        assertThat(given).matches(name + "-[0-9a-f]{8}");
        assertThat(database.texts("SELECT role FROM auth.users WHERE name = '" + name + "'"))
                .containsExactly("admin");
        assertThat(loggedIn().reads().get("/api/v1/session").<String>path("name"))
                .isEqualTo(given);
    }

    @ParameterizedTest
    @CsvSource({
        "stranger, stranger-[0-9a-f]{8}",
        "trade-executor, trade-executor-[0-9a-f]{8}",
        "jane doe, janedoe-[0-9a-f]{8}",
        "--, person-[0-9a-f]{8}",
        "jane@id.example, jane@id[.]example"
    })
    void givesNoNameThatMeansAnotherInTheAudit(String wished, String given) {
        provider.letIn("4711", wished, "recio-viewers");
        assertThat(loggedIn().reads().get("/api/v1/session").<String>path("name"))
                .matches(given);
    }

    @Test
    void knowsNoPasswordOfAPersonAndGivesNone() {
        loggedIn();
        Browser.logIn("jane", "anything").then().statusCode(401);
        Browser boss = Browser.loggedIn(database, "boss-of-jane", "admin");
        boss.changes()
                .body(Map.of("password", Browser.PASSWORD))
                .post("/api/v1/users/jane/password")
                .then()
                .statusCode(409);
        boss.changes()
                .body(Map.of("role", "admin", "disabled", false, "password", Browser.PASSWORD))
                .put("/api/v1/users/jane")
                .then()
                .statusCode(409)
                .body(
                        "detail",
                        equalTo(
                                "expected the role that the identity provider gives, found another; change the groups there"));
        boss.reads().get("/api/v1/users").then().body("find { it.name == 'jane' }.external", equalTo(true));
        loggedIn()
                .changes()
                .body(Map.of("current", "anything", "next", "twelve or more"))
                .put("/api/v1/password")
                .then()
                .statusCode(409);
    }

    @Test
    void refusesAPersonWhomAnAdminHasDisabled() {
        Browser open = loggedIn();
        Browser.loggedIn(database, "boss-of-jane", "admin")
                .changes()
                .body(Map.of("role", "trader", "disabled", true, "password", Browser.PASSWORD))
                .put("/api/v1/users/jane")
                .then()
                .statusCode(204);
        open.reads().get("/api/v1/session").then().statusCode(401);
        refused(Journey.begun().back(), "disabled");
        assertThat(audit().getLast()).startsWith("jane oidc-refused {\"reason\": \"disabled\"");
    }

    @Test
    void asksAtTheProviderAgainWhereOthersGiveTheirPassword() {
        Browser trader = loggedIn();
        trip(trader);
        clear(trader)
                .then()
                .statusCode(401)
                .body(
                        "type",
                        equalTo("/problems/not-confirmed"),
                        "detail",
                        equalTo("expected a fresh confirmation at your identity provider, found none;"
                                + " confirm, then try again"));
        Journey proof = Journey.of(trader.reads(), "/api/v1/oidc/proof");
        assertThat(proof.authorization()).contains("prompt=login", "max_age=0");
        assertThat(proof.back().header("Location")).isEqualTo("/confirmed");
        assertThat(trader.reads().get("/api/v1/session").<String>path("provenUntil"))
                .isNotNull();
        clear(trader).then().statusCode(200).body("on", equalTo(false));
        trip(trader);
        clear(trader).then().statusCode(401);
        assertThat(audit().stream().map(row -> row.split(" ")[1]).distinct())
                .containsExactly(
                        "add-user", "login", "trip-kill-switch", "confirm", "use-confirmation", "clear-kill-switch");
        database.execute("DELETE FROM trading.risk_state");
    }

    @Test
    void takesNoConfirmationOfAnotherPersonOrOfAnEarlierLogin() {
        Browser trader = loggedIn();
        Journey others = Journey.of(trader.reads(), "/api/v1/oidc/proof");
        provider.letIn("4712", "joe", "recio-admins");
        assertThat(others.back().header("Location")).isEqualTo("/confirmed?refused=other-person");

        provider.letIn("4711", "jane", "recio-traders");
        Journey earlier = Journey.of(trader.reads(), "/api/v1/oidc/proof");
        provider.spoil(claims -> claims.setNumericDateClaim("auth_time", secondsAgo(120)));
        assertThat(earlier.back().header("Location")).isEqualTo("/confirmed?refused=not-fresh");

        Journey silent = Journey.of(trader.reads(), "/api/v1/oidc/proof");
        provider.spoil(claims -> claims.unsetClaim("auth_time"));
        assertThat(silent.back().header("Location")).isEqualTo("/confirmed?refused=not-fresh");

        assertThat(trader.reads().get("/api/v1/session").<String>path("provenUntil"))
                .isNull();
        assertThat(audit())
                .filteredOn(row -> row.contains("oidc-refused"))
                .hasSize(3)
                .contains(stranger("proof", "not-fresh"));
    }

    @Test
    void sendsNobodyWithAPasswordToConfirmElsewhere() {
        Browser.loggedIn(database, "jane", "trader")
                .reads()
                .get("/api/v1/oidc/proof")
                .then()
                .statusCode(409);
        given().get("/api/v1/oidc/proof").then().statusCode(401);
    }

    @Test
    void endsTheLoginsOfAProviderThatIsNoneAnyMore() {
        Browser person = loggedIn();
        database.execute("UPDATE auth.users SET oidc_issuer = 'https://former.example' WHERE oidc_issuer IS NOT NULL");
        person.reads().get("/api/v1/session").then().statusCode(401);
    }

    @Test
    void letsNoAddressBeginWithoutEnd() {
        for (int i = 0; i < 20; i++) {
            Journey.begun();
        }
        refused(Journey.plain().get("/api/v1/oidc/login"), "too-many");
    }

    private static NumericDate secondsAgo(long seconds) {
        return NumericDate.fromSeconds(NumericDate.now().getValue() - seconds);
    }

    private Browser loggedIn() {
        return Browser.with(Journey.home(Journey.begun().back()).get("cookie"));
    }

    private static void trip(Browser trader) {
        trader.changes()
                .body("{\"reason\":\"x\",\"flatten\":false}")
                .post("/api/v1/kill-switch")
                .then()
                .statusCode(200);
    }

    private static Response clear(Browser trader) {
        return trader.changes().body("{}").delete("/api/v1/kill-switch");
    }

    private static void refused(Response back, String reason) {
        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(back.header("Location")).isEqualTo("/login?refused=" + reason);
        assertThat(back.cookie("recio_session")).isNull();
    }

    private String stranger(String purpose, String reason) {
        return "stranger oidc-refused {\"reason\": \"%s\", \"address\": \"127.0.0.1\", \"purpose\": \"%s\"}"
                .formatted(reason, purpose);
    }

    private List<String> audit() {
        return database.texts("SELECT actor || ' ' || action || ' ' || facts FROM auth.audit ORDER BY seq");
    }
}
