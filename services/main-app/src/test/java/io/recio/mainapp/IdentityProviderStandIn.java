package io.recio.mainapp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.recio.mainapp.login.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/**
 * An identity provider: discovery, keys, authorization with PKCE, codes good once. Whoever comes is let in at once as the person
 * set; a test may spoil what it signs.
 */
public final class IdentityProviderStandIn {

    public static final String LABEL = "Example ID";

    private static final String CLIENT = "recio";
    private static final String SECRET = "s3cret/of+recio";

    private final HttpServer server;
    private final RsaJsonWebKey key = key("now");
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();

    private volatile Map<String, Object> person = Map.of();
    private volatile boolean away;
    private volatile boolean denying;
    private volatile Consumer<JwtClaims> spoiler;
    private volatile Signer signer;

    /** Signs claims in its own way. */
    public interface Signer {
        void sign(JsonWebSignature token) throws JoseException;
    }

    IdentityProviderStandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
        beGood();
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    Map<String, String> settings() {
        try {
            Path secret = Files.writeString(Path.of("target", "oidc-client-secret"), SECRET + "\n");
            return Map.of(
                    "main-app.oidc.issuer",
                    issuer(),
                    "main-app.oidc.client-id",
                    CLIENT,
                    "main-app.oidc.client-secret-file",
                    secret.toAbsolutePath().toString(),
                    "main-app.oidc.label",
                    LABEL,
                    "main-app.oidc.viewer-groups",
                    "recio-viewers",
                    "main-app.oidc.trader-groups",
                    "recio-traders,night-shift",
                    "main-app.oidc.admin-groups",
                    "recio-admins");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who comes from now on. */
    public void letIn(String subject, String name, String... groups) {
        person = Map.of("sub", subject, "preferred_username", name, "groups", List.of(groups));
    }

    public void beGood() {
        away = false;
        denying = false;
        spoiler = claims -> {};
        signer = token -> {
            token.setKey(key.getPrivateKey());
            token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        };
    }

    public void goAway() {
        away = true;
    }

    public void denyEverybody() {
        denying = true;
    }

    public void spoil(Consumer<JwtClaims> change) {
        spoiler = change;
    }

    public void signWith(Signer other) {
        signer = other;
    }

    /** The public half, which everybody knows. */
    public RsaJsonWebKey publishedKey() {
        return key;
    }

    /** A key of the same name that is not published. */
    public static RsaJsonWebKey anotherKey() {
        return key("now");
    }

    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (away) {
                say(exchange, 503, "{}");
                return;
            }
            switch (exchange.getRequestURI().getPath()) {
                case "/.well-known/openid-configuration" -> say(exchange, 200, """
                        {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                         "jwks_uri": "%1$s/keys", "token_endpoint_auth_methods_supported": ["client_secret_basic"]}""".formatted(issuer()));
                case "/keys" -> say(exchange, 200, "{\"keys\": [" + key.toJson() + "]}");
                case "/authorize" ->
                    authorize(exchange, fields(exchange.getRequestURI().getRawQuery()));
                case "/token" ->
                    token(
                            exchange,
                            fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
                default -> say(exchange, 404, "{}");
            }
        } catch (JoseException e) {
            throw new IllegalStateException("token cannot be made", e);
        }
    }

    private void authorize(HttpExchange exchange, Map<String, String> query) throws IOException {
        boolean right = CLIENT.equals(query.get("client_id"))
                && "code".equals(query.get("response_type"))
                && "S256".equals(query.get("code_challenge_method"))
                && query.get("scope").contains("openid");
        if (!right) {
            say(exchange, 400, "{}");
            return;
        }
        String code = UUID.randomUUID().toString();
        codes.put(code, query);
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        query.get("redirect_uri")
                                + (denying ? "?error=access_denied" : "?code=" + code)
                                + "&state=" + encoded(query.get("state")) + "&iss=" + encoded(issuer()));
        exchange.sendResponseHeaders(302, -1);
    }

    private void token(HttpExchange exchange, Map<String, String> form) throws IOException, JoseException {
        Map<String, String> begun = codes.remove(form.getOrDefault("code", ""));
        String login =
                Base64.getEncoder().encodeToString((CLIENT + ":" + encoded(SECRET)).getBytes(StandardCharsets.UTF_8));
        if (!("Basic " + login).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            say(exchange, 401, "{\"error\": \"invalid_client\"}");
        } else if (begun == null
                || !begun.get("redirect_uri").equals(form.get("redirect_uri"))
                || !begun.get("code_challenge").equals(Tokens.challenge(form.get("code_verifier")))) {
            say(exchange, 400, "{\"error\": \"invalid_grant\"}");
        } else {
            say(exchange, 200, "{\"token_type\": \"Bearer\", \"id_token\": \"" + idToken(begun) + "\"}");
        }
    }

    private String idToken(Map<String, String> begun) throws JoseException {
        var claims = new JwtClaims();
        claims.setIssuer(issuer());
        claims.setAudience(CLIENT);
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(5);
        claims.setStringClaim("nonce", begun.get("nonce"));
        claims.setNumericDateClaim("auth_time", NumericDate.now());
        person.forEach(claims::setClaim);
        spoiler.accept(claims);
        var token = new JsonWebSignature();
        token.setPayload(claims.toJson());
        token.setKeyIdHeaderValue(key.getKeyId());
        signer.sign(token);
        return token.getCompactSerialization();
    }

    private static void say(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Map<String, String> fields(String form) {
        return new HashMap<>(Arrays.stream(form.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8))));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static RsaJsonWebKey key(String id) {
        try {
            RsaJsonWebKey made = RsaJwkGenerator.generateJwk(2048);
            made.setKeyId(id);
            return made;
        } catch (JoseException e) {
            throw new IllegalStateException("this JDK makes no RSA keys", e);
        }
    }
}
