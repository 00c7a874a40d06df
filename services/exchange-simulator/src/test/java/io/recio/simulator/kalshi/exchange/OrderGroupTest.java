package io.recio.simulator.kalshi.exchange;

import static io.recio.domain.market.Side.NO;
import static io.recio.domain.market.Side.YES;
import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.money.Quantity;
import io.recio.simulator.kalshi.exchange.AccountOrder.Status;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OrderGroupTest {

    private final TradingFloor floor = new TradingFloor();
    private final OrderGroup group = floor.groupDesk.create(2, Quantity.of("5"), floor.now);

    @Test
    void cancelsItsOrdersOnceMoreThanTheLimitHasMatched() {
        AccountOrder resting = floor.accepted(
                        floor.buy(YES, "0.30", "5").resting().in(group).order())
                .order();
        floor.offer(YES, "0.50", "5");
        floor.accepted(floor.buy(YES, "0.50", "5").in(group).order());
        assertThat(group.isTriggered()).isFalse();

        floor.offer(YES, "0.50", "1");
        floor.accepted(floor.buy(YES, "0.50", "1").in(group).order());

        assertThat(group.isTriggered()).isTrue();
        assertThat(resting.status()).isEqualTo(Status.CANCELED);
        assertThat(floor.refused(floor.buy(YES, "0.30", "1").in(group).order()).code())
                .isEqualTo(Refusal.Code.ORDER_GROUP_TRIGGERED);
    }

    @Test
    void forgetsWhatMatchedFifteenSecondsAgo() {
        floor.offer(YES, "0.50", "10");
        floor.accepted(floor.buy(YES, "0.50", "5").in(group).order());
        floor.now = floor.now.plus(Duration.ofSeconds(15));
        floor.accepted(floor.buy(YES, "0.50", "5").in(group).order());
        assertThat(group.isTriggered()).isFalse();
    }

    @Test
    void takesOrdersAgainAfterAReset() {
        floor.groupDesk.trigger(group, floor.now);
        floor.groupDesk.reset(group, floor.now);
        assertThat(floor.accepted(floor.buy(NO, "0.30", "1").resting().in(group).order())
                        .order()
                        .isResting())
                .isTrue();
    }

    @Test
    void triggersWhenTheLimitIsSetBelowWhatHasMatched() {
        floor.offer(YES, "0.50", "5");
        floor.accepted(floor.buy(YES, "0.50", "4").in(group).order());
        floor.groupDesk.limit(group, Quantity.of("3"), floor.now);
        assertThat(group.isTriggered()).isTrue();
    }

    @Test
    void endsWithItsOrders() {
        AccountOrder resting = floor.accepted(
                        floor.buy(YES, "0.30", "5").resting().in(group).order())
                .order();
        floor.groupDesk.delete(group, floor.now);
        assertThat(resting.status()).isEqualTo(Status.CANCELED);
        assertThat(floor.refused(floor.buy(YES, "0.30", "1").in(group).order()).code())
                .isEqualTo(Refusal.Code.NOT_FOUND);
    }
}
