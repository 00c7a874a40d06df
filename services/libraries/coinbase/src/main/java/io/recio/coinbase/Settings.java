package io.recio.coinbase;

import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Checks settings and turns URLs into what Vert.x wants. */
final class Settings {

    private Settings() {}

    static void requireUrl(String name, URI url, String plain, String secured) {
        if (url.getHost() == null || !List.of(plain, secured).contains(url.getScheme())) {
            throw new IllegalArgumentException(
                    name + " must be " + plain + "://… or " + secured + "://… with a host, was '" + url + "'");
        }
    }

    static void requirePositive(String name, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException(name + " must be positive, was " + duration);
        }
    }

    /** Addresses the path and query under the URL. */
    static <T extends RequestOptions> T address(T options, URI url, String pathAndQuery) {
        boolean secured = url.getScheme().equals("wss") || url.getScheme().equals("https");
        int usual = secured ? 443 : 80;
        String base = url.getPath().endsWith("/")
                ? url.getPath().substring(0, url.getPath().length() - 1)
                : url.getPath();
        options.setHost(url.getHost())
                .setPort(url.getPort() == -1 ? usual : url.getPort())
                .setSsl(secured)
                .setURI(base + pathAndQuery);
        return options;
    }
}
