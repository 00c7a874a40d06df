package io.recio.localstack.stack;

import io.recio.kalshi.KalshiEndpoint;
import io.recio.localstack.directory.DataDirectory;
import io.recio.localstack.directory.Secrets;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;

/** Where the account of a data directory trades, and with which key: what {@code up} gives to the executor. */
public record AccountAccess(KalshiEndpoint endpoint, String keyId, Path keyFile) {

    /** @param options as the stack was started, or with another key */
    public static AccountAccess of(StackOptions options, Ports ports, DataDirectory data) {
        Map<String, String> environment = new Exchanges(
                        options,
                        ports,
                        LaunchPlan.SIMULATED_KEY_ID,
                        LaunchPlan.simulatedKey(new Secrets(data.secrets(), new SecureRandom()))
                                .privateKey())
                .kalshiAccount();
        return new AccountAccess(
                new KalshiEndpoint(
                        URI.create(environment.get("RECIO_KALSHI_REST_URL")),
                        URI.create(environment.get("RECIO_KALSHI_WS_URL"))),
                environment.get("RECIO_KALSHI_KEY_ID"),
                Path.of(environment.get("RECIO_KALSHI_KEY_FILE")));
    }
}
