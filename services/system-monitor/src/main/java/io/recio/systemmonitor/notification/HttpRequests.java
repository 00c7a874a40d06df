package io.recio.systemmonitor.notification;

import io.recio.storage.json.DomainJson;
import io.recio.systemmonitor.MonitorConfig.ChannelSettings;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How each provider wants to be told.
 *
 * <table>
 *   <caption>Providers</caption>
 *   <tr><td>twilio</td><td>Messages resource of the REST API, 2010-04-01</td></tr>
 *   <tr><td>slack, discord</td><td>incoming webhook; its address is the secret</td></tr>
 *   <tr><td>telegram</td><td>sendMessage of the Bot API</td></tr>
 *   <tr><td>ntfy</td><td>publish as JSON to a server; the topic is {@code to}</td></tr>
 *   <tr><td>webhook</td><td>our own JSON: id, title, severity, alerts</td></tr>
 * </table>
 */
final class HttpRequests {

    private static final int SMS_CHARACTERS = 320;
    private static final int DISCORD_CHARACTERS = 2_000;
    private static final int TELEGRAM_CHARACTERS = 4_096;
    private static final URI TWILIO = URI.create("https://api.twilio.com");
    private static final URI TELEGRAM = URI.create("https://api.telegram.org");

    private final ChannelSettings settings;

    HttpRequests(ChannelSettings settings) {
        this.settings = settings;
    }

    /** Reads addresses and secrets anew, so that they may change while it runs. */
    HttpRequest request(Message message) {
        return switch (settings.kind()) {
            case TWILIO -> twilio(message);
            case WEBHOOK -> json(address(), webhook(message), message).build();
            case SLACK ->
                json(address(), Map.of("text", whole(message)), message).build();
            case DISCORD ->
                json(address(), Map.of("content", cut(whole(message), DISCORD_CHARACTERS)), message)
                        .build();
            case TELEGRAM ->
                json(
                                base(TELEGRAM).resolve("/bot" + secret() + "/sendMessage"),
                                Map.of("chat_id", to(), "text", cut(whole(message), TELEGRAM_CHARACTERS)),
                                message)
                        .build();
            case NTFY -> ntfy(message);
            case EMAIL -> throw new IllegalStateException("e-mail does not go by HTTP");
        };
    }

    private HttpRequest twilio(Message message) {
        String account = settings.account().orElseThrow();
        String form = Map.of(
                        "To", to(),
                        "From", settings.from().orElseThrow(),
                        "Body", cut(message.title(), SMS_CHARACTERS))
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .sorted()
                .collect(Collectors.joining("&"));
        String login = Base64.getEncoder().encodeToString((account + ":" + secret()).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(base(TWILIO).resolve("/2010-04-01/Accounts/" + account + "/Messages.json"))
                .timeout(settings.timeout())
                .header("Authorization", "Basic " + login)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
    }

    private HttpRequest ntfy(Message message) {
        int priority =
                switch (message.severity()) {
                    case INFO -> 2;
                    case WARNING -> 3;
                    case CRITICAL -> 5;
                };
        HttpRequest.Builder request = json(
                address(),
                Map.of(
                        "topic", to(),
                        "title", message.title(),
                        "message", message.body(),
                        "priority", priority,
                        "tags", List.of(Message.word(message.severity()))),
                message);
        if (settings.secretFile().isPresent()) {
            request.header("Authorization", "Bearer " + secret());
        }
        return request.build();
    }

    private Map<String, Object> webhook(Message message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", message.id().toString());
        body.put("title", message.title());
        body.put("severity", Message.word(message.severity()));
        body.put(
                "alerts",
                message.alerts().stream()
                        .map(alert -> Map.of(
                                "id", alert.id().toString(),
                                "code", alert.code(),
                                "severity", Message.word(alert.severity()),
                                "message", alert.text(),
                                "facts", alert.facts(),
                                "raisedAt", alert.raisedAt().toString(),
                                "step", alert.step(),
                                "runbook", message.runbook(alert.code())))
                        .toList());
        return body;
    }

    private HttpRequest.Builder json(URI address, Map<String, Object> body, Message message) {
        return HttpRequest.newBuilder(address)
                .timeout(settings.timeout())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", message.id().toString())
                .POST(BodyPublishers.ofString(DomainJson.write(body)));
    }

    private URI address() {
        return settings.urlFile()
                .map(file -> URI.create(SecretFile.read(file)))
                .or(settings::url)
                .orElseThrow();
    }

    private URI base(URI otherwise) {
        return settings.url().orElse(otherwise);
    }

    private String secret() {
        return SecretFile.read(settings.secretFile().orElseThrow());
    }

    private String to() {
        return settings.to().orElseThrow();
    }

    private static String whole(Message message) {
        return message.title() + "\n\n" + message.body();
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
