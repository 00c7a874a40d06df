package io.recio.simulator.admin;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;

/**
 * How the simulator stands.
 *
 * @param clients open WebSocket connections by path
 * @param faultsInjected frames and requests struck, by kind
 */
@RegisterForReflection
record StatusView(
        String businessTime,
        String systemTime,
        int speed,
        String prices,
        long seed,
        List<SymbolView> symbols,
        Map<String, Long> clients,
        Map<String, Long> faultsInjected) {

    /** @param recorded whether the price of this moment follows a recorded bar */
    @RegisterForReflection
    record SymbolView(
            String symbol,
            String product,
            String priceDollars,
            String indexDollars,
            long lastTradeId,
            boolean recorded) {}
}
