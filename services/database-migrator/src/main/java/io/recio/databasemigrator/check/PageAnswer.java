package io.recio.databasemigrator.check;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Whether the page answers to whoever comes through its Service. */
final class PageAnswer {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;

    private PageAnswer() {}

    /** What is wrong with it, if anything. */
    static Optional<String> fault(URI page) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(page).timeout(PATIENCE).build();
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status == OK ? Optional.empty() : Optional.of(page + " must answer 200, was " + status);
        } catch (IOException e) {
            return Optional.of(page + " must answer, did not: " + e.getClass().getSimpleName());
        }
    }
}
