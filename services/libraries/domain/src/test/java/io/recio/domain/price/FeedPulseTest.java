package io.recio.domain.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.time.BusinessTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeedPulseTest {

    private static final BusinessTime HEARD = BusinessTime.ofEpochMilli(1_000_000);

    @Test
    void isFreshForThreeSecondsAfterATickOrHeartbeat() {
        FeedPulse pulse = FeedPulse.heard(HEARD);

        assertThat(pulse.isFresh(BusinessTime.ofEpochMilli(1_003_000))).isTrue();
        assertThat(pulse.isFresh(BusinessTime.ofEpochMilli(1_003_001))).isFalse();
    }

    @Test
    void isStaleOnceTradesHaveBeenMissingForASecond() {
        FeedPulse pulse = new FeedPulse(HEARD, Optional.of(HEARD));

        assertThat(pulse.isFresh(BusinessTime.ofEpochMilli(1_000_999))).isTrue();
        assertThat(pulse.isFresh(BusinessTime.ofEpochMilli(1_001_000))).isFalse();
    }
}
