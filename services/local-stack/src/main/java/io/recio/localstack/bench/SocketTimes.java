package io.recio.localstack.bench;

import io.recio.localstack.refusal.Refused;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the executor says of the way from a committed claim to the first byte on the socket, over its last minutes; an
 * HdrHistogram behind Micrometer's timer.
 */
final class SocketTimes {

    private static final String METRIC = "trade_executor_claim_to_socket_seconds";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private SocketTimes() {}

    /** @param executorPort of the instance that is active */
    static Figure figure(int executorPort) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            String text = http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + executorPort + "/q/metrics"))
                                    .timeout(TIMEOUT)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            return new Figure(
                    "  of it, claim committed → first byte on socket",
                    String.format(
                            Locale.ROOT,
                            "p50 %.2f, p99 %.2f, max %.1f ms",
                            value(text, "", "quantile=\"0.5\"") * 1e3,
                            value(text, "", "quantile=\"0.99\"") * 1e3,
                            value(text, "_max", "") * 1e3),
                    "");
        }
    }

    private static double value(String metrics, String suffix, String label) {
        Matcher line = Pattern.compile(
                        "^" + METRIC + suffix + "(?:\\{[^}]*" + Pattern.quote(label) + "[^}]*})? (\\S+)",
                        Pattern.MULTILINE)
                .matcher(metrics);
        if (!line.find()) {
            throw new Refused("the executor must tell " + METRIC + suffix + " " + label + ", did not");
        }
        return Double.parseDouble(line.group(1));
    }
}
