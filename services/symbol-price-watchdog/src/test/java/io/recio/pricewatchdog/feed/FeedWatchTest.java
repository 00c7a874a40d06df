package io.recio.pricewatchdog.feed;

import static io.recio.pricewatchdog.Prints.BTC;
import static io.recio.pricewatchdog.Prints.at;
import static io.recio.pricewatchdog.Prints.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.recio.coinbase.FeedMessage.HeartbeatSeen;
import io.recio.domain.time.SystemTime;
import io.recio.storage.price.FeedState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FeedWatchTest {

    private static final SystemTime START = SystemTime.of(Instant.parse("2026-11-22T17:00:00Z"));

    private final FeedWatch feed = new FeedWatch();

    @Test
    void isSilentBeforeAnythingWasHeardAndLiveAfterwards() {
        assertThat(feed.state(at(0), START, false)).isEqualTo(FeedState.SILENT);
        hear(10, 10.1, 0);

        assertThat(feed.state(at(10.2), after(100), false)).isEqualTo(FeedState.LIVE);
        assertThat(feed.state(at(10.2), after(100), true)).isEqualTo(FeedState.BACKFILLING);
    }

    @Test
    void fallsSilentAfterThreeBusinessSecondsAtSpeedOne() {
        hear(10, 10, 0);

        assertThat(feed.isSilent(at(13), after(3000))).isFalse();
        assertThat(feed.isSilent(at(13.001), after(3001))).isTrue();
    }

    @Test
    void forgivesAMomentOfRealTimeAtSpeedSixty() {
        hear(10, 10, 0);

        assertThat(feed.isSilent(at(25), after(250))).isFalse();
        assertThat(feed.isSilent(at(25.06), after(251))).isTrue();
    }

    @Test
    void callsAFeedSilentThatKeepsTellingOldNews() {
        hear(10, 10, 0);
        hear(11, 21, 11_000);

        assertThat(feed.isSilent(at(21), after(11_000))).isTrue();
        assertThat(feed.timelyAt()).contains(START);
    }

    @Test
    void missesTradesOnlyAfterASecondOfTheFeedsOwnTime() {
        feed.trade(trade(1, 10, "100"));
        beat(2, 10.5);
        assertThat(feed.state(at(11), after(0), false)).isEqualTo(FeedState.LIVE);
        beat(2, 11.5);
        assertThat(feed.state(at(11.5), after(0), false)).isEqualTo(FeedState.MISSING_TRADES);
        feed.filled(trade(2, 10.4, "101"));
        assertThat(feed.state(at(11.5), after(0), false)).isEqualTo(FeedState.LIVE);
    }

    private void beat(long lastTradeId, double seconds) {
        feed.heartbeat(new HeartbeatSeen(BTC, lastTradeId, at(seconds)));
        hear(seconds, seconds, 0);
    }

    private void hear(double time, double now, long afterMillis) {
        feed.heard(at(time), at(now), after(afterMillis));
    }

    private static SystemTime after(long millis) {
        return START.plus(Duration.ofMillis(millis));
    }
}
