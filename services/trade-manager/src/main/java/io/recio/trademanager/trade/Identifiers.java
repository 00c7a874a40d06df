package io.recio.trademanager.trade;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/** Where identifiers of trades and orders come from. */
class Identifiers {

    @Produces
    @Singleton
    Supplier<UUID> identifiers(InstantSource time) {
        return new TimeOrderedIds(time, new SecureRandom());
    }
}
