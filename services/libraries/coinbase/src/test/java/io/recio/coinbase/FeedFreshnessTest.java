package io.recio.coinbase;

import static io.recio.coinbase.Payloads.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.recio.coinbase.FeedFreshness.Condition;
import io.recio.coinbase.FeedMessage.HeartbeatSeen;
import io.recio.domain.price.FeedPulse;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.time.BusinessClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeedFreshnessTest {

    private final FeedFreshness freshness = new FeedFreshness();

    @Test
    void isUnheardUntilTheFirstTradeThoughHeartbeatsCome() {
        beat(7, 0);

        assertThat(freshness.condition(at(0.1))).isEqualTo(Condition.UNHEARD);
        assertThat(freshness.pulse()).isEmpty();

        freshness.trade(trade(7, 0));

        assertThat(freshness.condition(at(0.1))).isEqualTo(Condition.FRESH);
    }

    @Test
    void staysFreshForThreeSecondsAfterATick() {
        freshness.trade(trade(7, 0));

        assertThat(freshness.condition(at(3))).isEqualTo(Condition.FRESH);
        assertThat(freshness.condition(at(3.001))).isEqualTo(Condition.SILENT);
    }

    @Test
    void takesEighteenSecondsWithoutATradeForAQuietTape() {
        freshness.trade(trade(7, 0));
        for (int second = 1; second <= 18; second++) {
            beat(7, second);
            assertThat(freshness.condition(at(second + 0.5))).isEqualTo(Condition.FRESH);
        }
        assertThat(freshness.pulse()).contains(FeedPulse.heard(at(18)));
    }

    @Test
    void isBehindOnceAHeartbeatHasNamedALaterTradeForASecond() {
        freshness.trade(trade(7, 0));
        beat(9, 1);

        assertThat(freshness.condition(at(1.999))).isEqualTo(Condition.FRESH);
        assertThat(freshness.condition(at(2))).isEqualTo(Condition.BEHIND);
        assertThat(freshness.pulse()).contains(new FeedPulse(at(1), Optional.of(at(1))));
    }

    @Test
    void staysBehindWhileLaterTradesComeButNotTheLast() {
        freshness.trade(trade(7, 0));
        beat(9, 1);
        freshness.trade(trade(8, 1.5));
        beat(12, 2);

        assertThat(freshness.condition(at(2.1))).isEqualTo(Condition.BEHIND);

        freshness.trade(trade(12, 2.2));

        assertThat(freshness.condition(at(2.3))).isEqualTo(Condition.FRESH);
    }

    @Test
    void isFreshAgainWhenRestBringsTheMissingTrades() {
        freshness.trade(trade(7, 0));
        beat(9, 1);
        beat(9, 2);

        freshness.filled(trade(8, 0.5));
        assertThat(freshness.condition(at(2.5))).isEqualTo(Condition.BEHIND);
        freshness.filled(trade(9, 0.6));
        assertThat(freshness.condition(at(2.5))).isEqualTo(Condition.FRESH);
    }

    @Test
    void doesNotTakeTradesByRestForALivingFeed() {
        freshness.trade(trade(7, 0));
        freshness.filled(trade(9, 5));

        assertThat(freshness.condition(at(5.1))).isEqualTo(Condition.SILENT);
    }

    @Test
    void followsTheExchangeWhenItNumbersItsTradesAnew() {
        freshness.trade(trade(9_000, 0));
        freshness.trade(trade(3, 60));
        beat(4, 61);

        assertThat(freshness.condition(at(62))).isEqualTo(Condition.BEHIND);
    }

    @Test
    void recoversFromATimeFarAheadAtTheNextHeartbeat() {
        freshness.trade(trade(7, 9_000));
        beat(7, 1);

        assertThat(freshness.condition(at(4.001))).isEqualTo(Condition.SILENT);
    }

    @Test
    void isFreshAtSpeedSixtyWhenTheFeedRunsAtThatSpeed() {
        ManualClock system = new ManualClock();
        BusinessClock clock =
                BusinessClock.anchored(at(0).instant(), system.now().instant(), 60, system);
        freshness.trade(trade(7, 0));
        for (int second = 1; second <= 120; second++) {
            system.advance(Duration.ofNanos(1_000_000_000L / 60));
            beat(7, second);
            assertThat(freshness.condition(clock.now())).isEqualTo(Condition.FRESH);
        }

        // 100 ms of real silence are 6 s of the feed's time.
        system.advance(Duration.ofMillis(100));
        assertThat(freshness.condition(clock.now())).isEqualTo(Condition.SILENT);
    }

    private void beat(long lastTradeId, double seconds) {
        freshness.heartbeat(new HeartbeatSeen(Payloads.BTC, lastTradeId, at(seconds)));
    }

    private static Trade trade(long id, double seconds) {
        return new Trade(Payloads.BTC, id, SpotPrice.of("100"), BigDecimal.ONE, at(seconds));
    }
}
