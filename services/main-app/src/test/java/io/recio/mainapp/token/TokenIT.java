package io.recio.mainapp.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.recio.fixtures.TestDatabase;
import io.recio.mainapp.Browser;
import io.recio.mainapp.ScreenDatabaseResource;
import io.recio.mainapp.SigningKey;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ScreenDatabaseResource.class)
class TokenIT {

    TestDatabase database;

    @Test
    void givesATraderAShortLivedTokenSignedWithTheMountedKey() throws Exception {
        Browser trader = Browser.loggedIn(database, "tess", "trader");
        ValidatableResponse answer =
                trader.changes().post("/api/v1/tokens").then().statusCode(200);
        String[] parts = answer.extract().<String>path("token").split("\\.");
        assertThat(isSigned(parts, SigningKey.verifying())).isTrue();
        JsonNode claims = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(parts[1]));
        assertThat(claims.get("iss").textValue()).isEqualTo("recio");
        assertThat(claims.get("aud").toString()).contains("trade-manager");
        assertThat(claims.get("upn").textValue()).isEqualTo("tess");
        Set<String> groups = new HashSet<>();
        claims.get("groups").forEach(group -> groups.add(group.textValue()));
        assertThat(groups).isEqualTo(Set.copyOf(List.of("viewer", "trader")));
        assertThat(claims.get("exp").longValue() - claims.get("iat").longValue())
                .isEqualTo(900);
        assertThat(Instant.parse(answer.extract().path("expiresAt")).getEpochSecond())
                .isEqualTo(claims.get("exp").longValue());
        try (var connection = database.admin();
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT actor || ' ' || action FROM auth.audit ORDER BY seq DESC LIMIT 1")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("tess issue-token");
        }
    }

    private static boolean isSigned(String[] parts, PublicKey key) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(key);
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    }
}
