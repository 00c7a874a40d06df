package io.recio.mainapp.login;

import io.recio.mainapp.MainAppConfig;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/**
 * Where a request comes from: the peer of the connection, and only when that is a proxy named in the settings what this
 * proxy says. Of {@code X-Forwarded-For} the last entry that is no such proxy counts; those before it anybody can write.
 */
@Singleton
public class ClientAddress {

    private static final int LONGEST = 64;

    private final Set<String> proxies;

    ClientAddress(MainAppConfig config) {
        this.proxies = Set.copyOf(config.trustedProxies().orElse(List.of()));
    }

    public String of(HttpServerRequest request) {
        String address = request.remoteAddress().hostAddress();
        if (!proxies.contains(address)) {
            return address;
        }
        String forwarded = String.join(",", request.headers().getAll("X-Forwarded-For"));
        List<String> hops = List.of(forwarded.split(",")).reversed();
        return hops.stream()
                .map(String::strip)
                .filter(hop -> hop.matches("[0-9a-fA-F:.]{3," + LONGEST + "}") && !proxies.contains(hop))
                .findFirst()
                .orElse(address);
    }
}
