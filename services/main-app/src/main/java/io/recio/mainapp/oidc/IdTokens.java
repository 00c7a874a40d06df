package io.recio.mainapp.oidc;

import io.recio.mainapp.MainAppConfig;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jspecify.annotations.Nullable;

/** Verifies ID tokens (OpenID Connect Core 1.0, section 3.1.3.7). Only signatures with a public key count. */
final class IdTokens {

    private static final int SKEW_SECONDS = 30;
    private static final int OLDEST_SECONDS = 600;

    private static final AlgorithmConstraints ALGORITHMS = new AlgorithmConstraints(
            AlgorithmConstraints.ConstraintType.PERMIT,
            AlgorithmIdentifiers.RSA_USING_SHA256,
            AlgorithmIdentifiers.RSA_USING_SHA384,
            AlgorithmIdentifiers.RSA_USING_SHA512,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA384,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA512,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
            AlgorithmIdentifiers.ECDSA_USING_P521_CURVE_AND_SHA512);

    private final Client client;
    private final MainAppConfig.Oidc config;

    IdTokens(Client client, MainAppConfig.Oidc config) {
        this.client = client;
        this.config = config;
    }

    /**
     * Whom the token proves.
     *
     * @param nonce the one of this way to the provider
     * @throws Refused when anything about it is not as it must be
     */
    Identity verify(String token, List<JsonWebKey> keys, String nonce, Instant now) throws Refused {
        try {
            JwtClaims claims = new JwtConsumerBuilder()
                    .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys))
                    .setJwsAlgorithmConstraints(ALGORITHMS)
                    .setExpectedIssuer(true, client.issuer().toString())
                    .setExpectedAudience(true, client.id())
                    .setRequireSubject()
                    .setRequireExpirationTime()
                    .setRequireIssuedAt()
                    .setIssuedAtRestrictions(SKEW_SECONDS, OLDEST_SECONDS)
                    .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                    .setEvaluationTime(NumericDate.fromSeconds(now.getEpochSecond()))
                    .build()
                    .processToClaims(token);
            require(nonce.equals(claims.getStringClaimValue("nonce")), "the nonce is another");
            String party = claims.getStringClaimValue("azp");
            require(
                    party == null ? claims.getAudience().size() == 1 : party.equals(client.id()),
                    "it is for another party");
            return identity(claims);
        } catch (InvalidJwtException e) {
            throw new Refused(Refusal.NOT_VERIFIED, codes(e));
        } catch (MalformedClaimException e) {
            throw new Refused(Refusal.NOT_VERIFIED, "a claim is of another kind");
        }
    }

    private Identity identity(JwtClaims claims) throws MalformedClaimException {
        NumericDate asked = claims.getNumericDateClaimValue("auth_time");
        return new Identity(
                claims.getIssuer(),
                claims.getSubject(),
                found(claims.getClaimsMap(), config.nameClaim()) instanceof String name ? name : null,
                texts(found(claims.getClaimsMap(), config.groupsClaim())),
                asked == null ? null : claims.getIssuedAt().getValue() - asked.getValue());
    }

    /** A claim by its whole name, which may hold dots itself, or else by a path into objects. */
    private static @Nullable Object found(Map<?, ?> claims, String name) {
        Object whole = claims.get(name);
        int dot = name.indexOf('.');
        if (whole != null || dot < 0) {
            return whole;
        }
        return claims.get(name.substring(0, dot)) instanceof Map<?, ?> inner
                ? found(inner, name.substring(dot + 1))
                : null;
    }

    private static Set<String> texts(@Nullable Object claim) {
        if (claim instanceof String one) {
            return Set.of(one);
        }
        if (claim instanceof Collection<?> several) {
            return several.stream()
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .collect(Collectors.toUnmodifiableSet());
        }
        return Set.of();
    }

    private static void require(boolean holds, String otherwise) throws Refused {
        if (!holds) {
            throw new Refused(Refusal.NOT_VERIFIED, otherwise);
        }
    }

    /** What is wrong without the token itself, which the library's message repeats. */
    private static String codes(InvalidJwtException e) {
        return "it fails its checks "
                + e.getErrorDetails().stream()
                        .map(error -> String.valueOf(error.getErrorCode()))
                        .sorted()
                        .collect(Collectors.joining(" "));
    }
}
