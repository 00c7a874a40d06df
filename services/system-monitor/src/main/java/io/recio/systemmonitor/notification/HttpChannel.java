package io.recio.systemmonitor.notification;

import io.recio.systemmonitor.MonitorConfig.ChannelSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** A provider that is told by HTTP. Its answer is kept out of the log: some repeat the secret in it. */
final class HttpChannel implements Channel {

    private final HttpRequests requests;
    private final HttpClient http;

    HttpChannel(ChannelSettings settings) {
        this.requests = new HttpRequests(settings);
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.timeout())
                .build();
    }

    @Override
    public void send(Message message) throws NotDelivered {
        try {
            HttpResponse<Void> answer = http.send(requests.request(message), HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() / 100 != 2) {
                throw new NotDelivered("provider answered " + answer.statusCode(), retryAfter(answer));
            }
        } catch (IOException e) {
            throw new NotDelivered("provider does not answer: " + e.getClass().getSimpleName());
        } catch (UncheckedIOException | IllegalArgumentException e) {
            throw new NotDelivered(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotDelivered("interrupted while sending");
        }
    }

    private static Optional<Duration> retryAfter(HttpResponse<Void> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("\\d{1,5}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }
}
