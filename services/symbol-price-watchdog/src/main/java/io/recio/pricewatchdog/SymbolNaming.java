package io.recio.pricewatchdog;

import io.recio.domain.price.Symbol;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Names the instance after its symbol: one module is deployed once per symbol, and each has its own lease, heartbeat and
 * port (DESIGN, section 2). Anything set explicitly wins.
 */
public final class SymbolNaming implements ConfigSourceFactory {

    private static final String DEFAULT_SYMBOL = "BTC";
    private static final int USUAL_PORT = 8006;
    private static final Map<Symbol, Integer> PORTS = Map.of(Symbol.BTC, USUAL_PORT, Symbol.ETH, 8008);

    /** Below application.properties (250), above the defaults all services share (90). */
    private static final int ORDINAL = 100;

    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(ORDINAL);
    }

    /** @throws IllegalArgumentException when {@code recio.symbol} is none */
    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        ConfigValue given = context.getValue("recio.symbol");
        boolean absent =
                given == null || given.getValue() == null || given.getValue().isBlank();
        Symbol symbol = Symbol.of(absent ? DEFAULT_SYMBOL : given.getValue());
        return List.of(new PropertiesConfigSource(
                Map.of(
                        "recio.symbol",
                        symbol.value(),
                        "recio.service.name",
                        "symbol-price-watchdog-" + symbol.lowerCase(),
                        "quarkus.http.port",
                        Integer.toString(PORTS.getOrDefault(symbol, USUAL_PORT))),
                "symbol",
                ORDINAL));
    }
}
