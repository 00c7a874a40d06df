package io.recio.autoentry.entry;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.function.Supplier;

/** Where identifiers of decisions and requests come from. */
class Identifiers {

    @Produces
    @Singleton
    Supplier<UUID> identifiers() {
        return UUID::randomUUID;
    }
}
