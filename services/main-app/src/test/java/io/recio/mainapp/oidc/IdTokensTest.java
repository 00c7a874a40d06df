package io.recio.mainapp.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recio.mainapp.MainAppConfig;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

class IdTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    private final EllipticCurveJsonWebKey key = key();

    @Test
    void readsGroupsFromAnObjectInside() throws Exception {
        assertThat(identity(
                                "groups-claim",
                                "realm_access.roles",
                                Map.of("realm_access", Map.of("roles", List.of("a", "b"))))
                        .groups())
                .isEqualTo(Set.of("a", "b"));
    }

    @Test
    void readsGroupsFromAClaimWhoseNameHoldsDots() throws Exception {
        assertThat(identity("groups-claim", "https://recio.example/roles", Map.of("https://recio.example/roles", "a"))
                        .groups())
                .isEqualTo(Set.of("a"));
    }

    @Test
    void findsNoGroupsInWhatIsNeitherTextNorList() throws Exception {
        assertThat(identity("groups-claim", "groups", Map.of("groups", 7)).groups())
                .isEmpty();
        assertThat(identity("groups-claim", "groups", Map.of("groups", List.of(7, true)))
                        .groups())
                .isEmpty();
        assertThat(identity("groups-claim", "groups.inner", Map.of("groups", "a"))
                        .groups())
                .isEmpty();
    }

    @Test
    void tellsHowLongAgoThePersonWasAskedOnTheProvidersClock() throws Exception {
        Identity identity = identity(
                "name-claim", "email", Map.of("email", "jane@id.example", "auth_time", NOW.getEpochSecond() - 7));
        assertThat(identity).isEqualTo(new Identity("https://id.example/", "4711", "jane@id.example", Set.of(), 7L));
    }

    @Test
    void refusesAClaimOfAnotherKind() {
        assertThatThrownBy(() -> identity("name-claim", "name", Map.of("nonce", 7)))
                .isInstanceOf(Refused.class)
                .hasMessage("a claim is of another kind");
    }

    @Test
    void tellsNothingOfTheTokenWhenItRefuses() {
        assertThatThrownBy(() -> identity("name-claim", "name", Map.of("aud", "another-client", "exp", 1)))
                .isInstanceOf(Refused.class)
                .message()
                .matches("it fails its checks( \\d+)+");
    }

    private Identity identity(String setting, String value, Map<String, Object> told) throws Refused, JoseException {
        MainAppConfig.Oidc config = Settings.with(setting, value).oidc();
        var client = new Client(URI.create("https://id.example/"), "recio", Path.of("client-secret"));
        var claims = new JwtClaims();
        claims.setIssuer("https://id.example/");
        claims.setAudience("recio");
        claims.setSubject("4711");
        claims.setIssuedAt(NumericDate.fromSeconds(NOW.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(NOW.getEpochSecond() + 60));
        claims.setStringClaim("nonce", "n");
        told.forEach(claims::setClaim);
        var token = new JsonWebSignature();
        token.setPayload(claims.toJson());
        token.setKeyIdHeaderValue("now");
        token.setKey(key.getPrivateKey());
        token.setAlgorithmHeaderValue("ES256");
        return new IdTokens(client, config).verify(token.getCompactSerialization(), List.of(key), "n", NOW);
    }

    private static EllipticCurveJsonWebKey key() {
        try {
            EllipticCurveJsonWebKey made = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            made.setKeyId("now");
            return made;
        } catch (JoseException e) {
            throw new IllegalStateException("this JDK makes no EC keys", e);
        }
    }
}
