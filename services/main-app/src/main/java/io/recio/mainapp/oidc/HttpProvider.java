package io.recio.mainapp.oidc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/**
 * The provider, asked by HTTP with a time limit and a bounded answer, never following a redirect. What it answers is kept out
 * of the log. Thread-safe.
 */
final class HttpProvider {

    private static final int LARGEST_ANSWER = 256 * 1024;
    private static final JsonMapper JSON = new JsonMapper();

    private final Client client;
    private final Duration timeout;
    private final HttpClient http;

    /** @param authorities that sign the provider's certificate; empty: those this Java knows */
    HttpProvider(Client client, Optional<Path> authorities, Duration timeout) {
        this.client = client;
        this.timeout = timeout;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout);
        authorities.map(Authorities::of).ifPresent(builder::sslContext);
        this.http = builder.build();
    }

    /** @throws Refused when it is away, is another issuer, or names an address that is no safer than it must be */
    ProviderDocument discover() throws Refused {
        String issuer = client.issuer().toString();
        JsonNode told =
                json(get(URI.create(issuer.replaceAll("/$", "") + "/.well-known/openid-configuration")), "document");
        if (!told.path("issuer").asText().equals(issuer)) {
            throw away("its document is of another issuer");
        }
        JsonNode methods = told.path("token_endpoint_auth_methods_supported");
        List<String> taken = methods.isArray()
                ? JSON.convertValue(methods, JSON.getTypeFactory().constructCollectionType(List.class, String.class))
                : List.of("client_secret_basic");
        return new ProviderDocument(
                address(told, "authorization_endpoint"),
                address(told, "token_endpoint"),
                address(told, "jwks_uri"),
                !taken.contains("client_secret_basic") && taken.contains("client_secret_post"));
    }

    /** The keys that its tokens may be signed with. */
    List<JsonWebKey> keys(ProviderDocument document) throws Refused {
        try {
            return new JsonWebKeySet(get(document.keys())).getJsonWebKeys();
        } catch (JoseException e) {
            throw away("its keys cannot be read");
        }
    }

    /** Changes a code into an ID token. */
    String idToken(ProviderDocument document, String code, String verifier, URI callback) throws Refused {
        var form = new TreeMap<>(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "code_verifier",
                verifier,
                "redirect_uri",
                callback.toString()));
        HttpRequest.Builder request =
                request(document.token()).header("Content-Type", "application/x-www-form-urlencoded");
        if (document.secretInBody()) {
            form.put("client_id", client.id());
            form.put("client_secret", secret());
        } else {
            request.header("Authorization", "Basic " + basic(client.id(), secret()));
        }
        HttpResponse<String> answer = send(
                request.POST(HttpRequest.BodyPublishers.ofString(encoded(form))).build());
        if (answer.statusCode() / 100 == 4) {
            throw new Refused(Refusal.NOT_VERIFIED, "the provider took the code for none: " + answer.statusCode());
        }
        JsonNode token = json(body(answer), "token").path("id_token");
        if (!token.isTextual()) {
            throw new Refused(Refusal.NOT_VERIFIED, "there is no ID token");
        }
        return token.textValue();
    }

    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** RFC 6749, section 2.3.1: each half is form-encoded first. */
    private static String basic(String client, String secret) {
        return Base64.getEncoder()
                .encodeToString((encoded(client) + ":" + encoded(secret)).getBytes(StandardCharsets.UTF_8));
    }

    private String secret() throws Refused {
        try {
            return Files.readString(client.secretFile()).strip();
        } catch (IOException e) {
            throw new Refused(Refusal.NOT_SET_UP, "the client's secret cannot be read from " + client.secretFile());
        }
    }

    private String get(URI address) throws Refused {
        return body(send(request(address).header("Accept", "application/json").build()));
    }

    private HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).timeout(timeout);
    }

    private HttpResponse<String> send(HttpRequest request) throws Refused {
        try {
            return http.send(request, BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST_ANSWER));
        } catch (IOException e) {
            throw away("no answer from " + request.uri().getHost() + ": "
                    + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away("interrupted while asking");
        }
    }

    private static String body(HttpResponse<String> answer) throws Refused {
        if (answer.statusCode() != 200) {
            throw away(answer.uri().getPath() + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    private static JsonNode json(String text, String what) throws Refused {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw away("its " + what + " is no JSON");
        }
    }

    private static URI address(JsonNode document, String field) throws Refused {
        try {
            URI address = URI.create(document.path(field).asText());
            if (Addresses.isSafe(address)) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw away(field + " is no address");
        }
        throw away(field + " is neither HTTPS nor on this machine");
    }

    private static Refused away(String why) {
        return new Refused(Refusal.PROVIDER_AWAY, why);
    }
}
