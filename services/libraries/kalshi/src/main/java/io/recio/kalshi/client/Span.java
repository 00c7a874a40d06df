package io.recio.kalshi.client;

import io.recio.domain.time.BusinessTime;
import java.util.Optional;

/**
 * A span of time to read, in whole seconds. The exchange says "after" and "before" without saying whether its bounds are
 * included, so a second is added on both ends: a list may hold a little more than asked for, never less.
 */
record Span(Optional<BusinessTime> since, Optional<BusinessTime> until) {

    static Span between(BusinessTime since, BusinessTime until) {
        return new Span(Optional.of(since), Optional.of(until));
    }

    Call on(Call call) {
        return call.with("min_ts", since.map(moment -> Math.max(0, moment.epochSecond() - 1)))
                .with("max_ts", until.map(moment -> moment.epochSecond() + 1));
    }
}
