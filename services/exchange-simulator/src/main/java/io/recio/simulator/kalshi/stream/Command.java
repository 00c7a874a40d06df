package io.recio.simulator.kalshi.stream;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.recio.simulator.kalshi.wire.Wire;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a client asks for (EXCHANGES, section C1). */
@Wire
@RegisterForReflection
record Command(
        @Nullable Long id, @Nullable String cmd, @Nullable Params params) {

    /** The details, of which each command uses a few. */
    @Wire
    record Params(
            @Nullable List<String> channels,
            @Nullable String marketTicker,
            @Nullable List<String> marketTickers,
            @Nullable List<String> indexIds,
            @Nullable Integer sid,
            @Nullable List<Integer> sids,
            @Nullable String action,
            boolean sendInitialSnapshot,
            boolean skipTickerAck,
            boolean useYesPrice) {

        /** The markets named, one way or the other. */
        Set<String> markets() {
            Set<String> markets = new LinkedHashSet<>();
            if (marketTicker != null) {
                markets.add(marketTicker);
            }
            if (marketTickers != null) {
                markets.addAll(marketTickers);
            }
            return markets;
        }

        Set<String> indices() {
            return indexIds == null ? Set.of() : new LinkedHashSet<>(indexIds);
        }

        /** The subscriptions named, one way or the other. */
        List<Integer> subscriptions() {
            if (sid != null) {
                return List.of(sid);
            }
            return sids == null ? List.of() : sids;
        }
    }
}
