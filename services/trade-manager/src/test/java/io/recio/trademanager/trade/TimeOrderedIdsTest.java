package io.recio.trademanager.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {

    private static final Instant AT = Instant.parse("2026-11-22T16:50:00.123Z");

    @Test
    void carriesTheMillisecondVersionAndVariant() {
        UUID id = new TimeOrderedIds(InstantSource.fixed(AT), new Random(7)).get();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(AT.toEpochMilli());
    }

    @Test
    void differsEachTimeWithinAMillisecond() {
        TimeOrderedIds ids = new TimeOrderedIds(InstantSource.fixed(AT), new Random(7));
        assertThat(Stream.generate(ids).limit(10_000).distinct()).hasSize(10_000);
    }

    @Test
    void sortsByTime() {
        UUID earlier = new TimeOrderedIds(InstantSource.fixed(AT), new Random(1)).get();
        UUID later = new TimeOrderedIds(InstantSource.fixed(AT.plusMillis(1)), new Random(2)).get();
        assertThat(earlier.toString()).isLessThan(later.toString());
    }
}
