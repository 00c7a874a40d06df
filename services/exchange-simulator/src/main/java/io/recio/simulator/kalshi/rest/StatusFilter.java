package io.recio.simulator.kalshi.rest;

import io.recio.domain.market.MarketStatus;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The states a {@code status} filter stands for (EXCHANGES, section A5). */
final class StatusFilter {

    private static final Set<MarketStatus> ENDED =
            Set.of(MarketStatus.CLOSED, MarketStatus.DETERMINED, MarketStatus.DISPUTED, MarketStatus.AMENDED);

    private StatusFilter() {}

    /** @throws WireError when there is no such filter */
    static Set<MarketStatus> states(@Nullable String filter) {
        if (filter == null || filter.isEmpty()) {
            return Set.of(MarketStatus.values());
        }
        return switch (filter) {
            case "unopened" -> Set.of(MarketStatus.INITIALIZED);
            case "open" -> Set.of(MarketStatus.ACTIVE);
            case "paused" -> Set.of(MarketStatus.INACTIVE);
            case "closed" -> ENDED;
            case "settled" -> Set.of(MarketStatus.FINALIZED);
            default ->
                throw WireError.invalid("status must be unopened, open, paused, closed or settled, was " + filter);
        };
    }
}
