package io.recio.kalshi;

import java.net.URI;

/**
 * Where one environment of the exchange answers.
 *
 * @param restUrl base of the REST calls, path included, such as {@code https://…/trade-api/v2}; no trailing slash
 * @param wsUrl address of the WebSocket, such as {@code wss://…/trade-api/ws/v2}
 */
public record KalshiEndpoint(URI restUrl, URI wsUrl) {

    public static final KalshiEndpoint PRODUCTION =
            of("https://external-api.kalshi.com/trade-api/v2", "wss://external-api-ws.kalshi.com/trade-api/ws/v2");

    public static final KalshiEndpoint DEMO = of(
            "https://external-api.demo.kalshi.co/trade-api/v2", "wss://external-api-ws.demo.kalshi.co/trade-api/ws/v2");

    public KalshiEndpoint {
        check("REST address", restUrl, "http");
        check("WebSocket address", wsUrl, "ws");
    }

    public static KalshiEndpoint of(String restUrl, String wsUrl) {
        return new KalshiEndpoint(URI.create(restUrl), URI.create(wsUrl));
    }

    private static void check(String name, URI address, String scheme) {
        boolean schemeFits = scheme.equals(address.getScheme()) || (scheme + "s").equals(address.getScheme());
        if (!schemeFits || address.getHost() == null || address.getPath().endsWith("/")) {
            throw new IllegalArgumentException(
                    name + " must be " + scheme + "(s)://host/path without a trailing slash, was " + address);
        }
    }
}
