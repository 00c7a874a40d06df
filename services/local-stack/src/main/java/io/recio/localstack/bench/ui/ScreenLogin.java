package io.recio.localstack.bench.ui;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.recio.localstack.refusal.Refused;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first admin's session at the screen. */
public record ScreenLogin(URI address, String cookie) {

    private static final Pattern COOKIE = Pattern.compile("recio_session=([^;]+)");

    /** @param passwordFile where the screen left the first admin's password */
    static ScreenLogin of(int port, Path passwordFile) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return of(
                    http,
                    URI.create("http://127.0.0.1:" + port),
                    Files.readString(passwordFile).strip());
        }
    }

    /** @throws Refused when the screen does not let the first admin in */
    public static ScreenLogin of(HttpClient http, URI address, String password)
            throws IOException, InterruptedException {
        String body = new ObjectMapper().writeValueAsString(Map.of("name", "admin", "password", password));
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(address.resolve("/api/v1/session"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        Matcher cookie =
                COOKIE.matcher(answer.headers().firstValue("Set-Cookie").orElse(""));
        if (!cookie.find()) {
            throw new Refused("the screen let the first admin not in, answered " + answer.statusCode());
        }
        return new ScreenLogin(address, cookie.group(1));
    }

    public URI stream() {
        String scheme = address.getScheme().equals("https") ? "wss" : "ws";
        return URI.create(scheme + "://" + address.getAuthority() + "/ws/v1/stream");
    }
}
