package io.recio.kalshi.connection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where Kalshi answers and with which key we sign. */
@ConfigMapping(prefix = "recio.kalshi")
public interface KalshiConnectionConfig {

    /** Base of the REST calls, path included, no trailing slash; the simulator's by default. */
    @WithDefault("http://127.0.0.1:8100/trade-api/v2")
    URI restUrl();

    /** The WebSocket. */
    @WithDefault("ws://127.0.0.1:8100/trade-api/ws/v2")
    URI wsUrl();

    /** The key's id. Without it, and without a file that holds it, only public calls work. */
    Optional<String> keyId();

    /** A file that holds the key's id and nothing else; read again, as the key's file, when it changes. */
    Optional<Path> keyIdFile();

    /** Whether new orders are signed ahead of their time, four times a second, instead of when they are sent. */
    @WithDefault("false")
    boolean signAhead();

    /** A file that holds the private key as PEM, RSA or Ed25519. */
    Optional<Path> keyFile();
}
