package io.recio.simulator.kalshi.exchange;

import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes identifiers from the seed: version 4 UUIDs by their form. */
final class Ids {

    private static final long VERSION_4 = 0x4000L;
    private static final long VARIANT = 0x8000000000000000L;

    private final RandomGenerator random;

    Ids(RandomGenerator random) {
        this.random = random;
    }

    String next() {
        long high = random.nextLong() & ~0xF000L | VERSION_4;
        long low = random.nextLong() >>> 2 | VARIANT;
        return new UUID(high, low).toString();
    }
}
