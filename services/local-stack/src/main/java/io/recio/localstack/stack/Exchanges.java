package io.recio.localstack.stack;

import io.recio.storage.system.Mode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where each service finds the exchanges (DESIGN, section 6). Paper mode watches the real markets and trades in the
 * simulator.
 *
 * @param ports the simulator's among them
 * @param simulatedKey our account's private key at the simulator
 */
record Exchanges(StackOptions options, Ports ports, String simulatedKeyId, Path simulatedKey) {

    private static final String COINBASE_REST = "https://api.exchange.coinbase.com";
    private static final String COINBASE_WS = "wss://ws-feed.exchange.coinbase.com";
    private static final String KALSHI_REST = "https://external-api.kalshi.com/trade-api/v2";
    private static final String KALSHI_WS = "wss://external-api-ws.kalshi.com/trade-api/ws/v2";
    private static final String DEMO_REST = "https://external-api.demo.kalshi.co/trade-api/v2";
    private static final String DEMO_WS = "wss://external-api-ws.demo.kalshi.co/trade-api/ws/v2";

    /** Whether the simulator takes part. */
    static boolean simulatorServes(Mode mode) {
        return switch (mode) {
            case SIMULATED, PAPER -> true;
            case KALSHI_DEMO, LIVE -> false;
        };
    }

    /** Coinbase, for the price watchdogs. */
    Map<String, String> coinbase() {
        boolean simulated = options.mode() == Mode.SIMULATED;
        return Map.of(
                "RECIO_COINBASE_REST_URL", simulated ? at("http") + "/coinbase" : COINBASE_REST,
                "RECIO_COINBASE_WS_URL", simulated ? at("ws") + "/coinbase/ws" : COINBASE_WS);
    }

    /** Kalshi's markets, for whoever watches. */
    Map<String, String> kalshiMarkets() {
        return switch (options.mode()) {
            case SIMULATED -> simulated();
            case PAPER, LIVE -> real(KALSHI_REST, KALSHI_WS);
            case KALSHI_DEMO -> real(DEMO_REST, DEMO_WS);
        };
    }

    /** Kalshi's account and orders, for whoever trades. */
    Map<String, String> kalshiAccount() {
        return options.mode() == Mode.PAPER ? simulated() : kalshiMarkets();
    }

    private Map<String, String> simulated() {
        return kalshi(
                at("http") + "/trade-api/v2", at("ws") + "/trade-api/ws/v2", simulatedKeyId, simulatedKey.toString());
    }

    private Map<String, String> real(String rest, String webSocket) {
        return kalshi(rest, webSocket, String.valueOf(options.kalshiKeyId()), String.valueOf(options.kalshiKeyFile()));
    }

    private static Map<String, String> kalshi(String rest, String webSocket, String keyId, String keyFile) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("RECIO_KALSHI_REST_URL", rest);
        environment.put("RECIO_KALSHI_WS_URL", webSocket);
        environment.put("RECIO_KALSHI_KEY_ID", keyId);
        environment.put("RECIO_KALSHI_KEY_FILE", keyFile);
        return environment;
    }

    private String at(String scheme) {
        return options.shape().exchangesByTls()
                ? scheme + "s://127.0.0.1:" + ports.of(Ports.SIMULATOR_TLS)
                : scheme + "://127.0.0.1:" + ports.of(ServiceSpec.SIMULATOR.name());
    }
}
