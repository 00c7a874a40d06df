package io.recio.trademanager.trade;

import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Makes UUIDs of version 7: 48 bits of Unix milliseconds, the rest random (RFC 9562, section 5.7). */
public final class TimeOrderedIds implements Supplier<UUID> {

    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final int MILLIS_SHIFT = 16;
    private static final int RANDOM_A_BITS = 12;

    private final InstantSource time;
    private final RandomGenerator random;

    public TimeOrderedIds(InstantSource time, RandomGenerator random) {
        this.time = time;
        this.random = random;
    }

    @Override
    public UUID get() {
        long high = time.millis() << MILLIS_SHIFT | VERSION | random.nextInt(1 << RANDOM_A_BITS);
        long low = random.nextLong() >>> 2 | VARIANT;
        return new UUID(high, low);
    }
}
