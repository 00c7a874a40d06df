package io.recio.simulator.kalshi.exchange;

import static io.recio.domain.market.Side.NO;
import static io.recio.domain.market.Side.YES;
import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.simulator.kalshi.exchange.AmendDesk.Amendment;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AmendDeskTest {

    private static final int SHARD = 2;

    private final TradingFloor floor = new TradingFloor();
    private final AccountOrder order =
            floor.accepted(floor.buy(YES, "0.40", "10").resting().order()).order();

    @Test
    void keepsThePlaceOfAnOrderThatOnlyShrinks() {
        floor.offer(NO, "0.60", "5");
        amend("0.40", "6");
        floor.others(NO, "0.60", "2");
        assertThat(order.filled()).isEqualTo(Quantity.of("2"));
        assertThat(order.remaining()).isEqualTo(Quantity.of("4"));
    }

    @Test
    void sendsAnOrderThatGrowsToTheBack() {
        floor.offer(NO, "0.60", "5");
        amend("0.40", "12");
        floor.others(NO, "0.60", "2");
        assertThat(order.filled()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void countsWhatIsFilledIntoTheNewCount() {
        floor.others(NO, "0.60", "4");
        amend("0.45", "9");
        assertThat(order.remaining()).isEqualTo(Quantity.of("5"));
        assertThat(order.yesPrice()).isEqualTo(Price.of("0.45"));
        assertThat(order.initial()).isEqualTo(Quantity.of("9"));
    }

    @Test
    void fillsWhatTheNewPriceCrosses() {
        floor.offer(YES, "0.50", "3");
        Outcome.Accepted amended = (Outcome.Accepted) amend("0.50", "10");
        assertThat(amended.fills()).hasSize(1);
        assertThat(order.remaining()).isEqualTo(Quantity.of("7"));
    }

    @Test
    void refusesAnotherSideOrTicker() {
        Outcome refused = floor.amendments.amend(
                order.id(),
                SHARD,
                new Amendment(
                        floor.market.ticker(), NO, Price.of("0.4"), Quantity.of("1"), null, null, Optional.empty()),
                floor.now);
        assertThat(((Outcome.Refused) refused).refusal().code()).isEqualTo(Refusal.Code.ORDER_SIDE_MISMATCH);
    }

    @Test
    void takesANewExpirationAndNothingElse() {
        Amendment later = new Amendment(
                floor.market.ticker(),
                YES,
                Price.of("0.4"),
                Quantity.of("10"),
                null,
                null,
                Optional.of(new AmendDesk.Expiry(Optional.of(floor.now.plus(Duration.ofSeconds(60))))));
        floor.amendments.amend(order.id(), SHARD, later, floor.now);
        assertThat(order.expiresAt()).contains(floor.now.plus(Duration.ofSeconds(60)));
        assertThat(order.remaining()).isEqualTo(Quantity.of("10"));
    }

    @Test
    void decreasesByAndTo() {
        floor.amendments.decrease(order.id(), SHARD, Quantity.of("3"), null, floor.now);
        assertThat(order.remaining()).isEqualTo(Quantity.of("7"));
        floor.amendments.decrease(order.id(), SHARD, null, Quantity.of("2"), floor.now);
        assertThat(order.remaining()).isEqualTo(Quantity.of("2"));
        floor.amendments.decrease(order.id(), SHARD, Quantity.of("9"), null, floor.now);
        assertThat(order.isResting()).isFalse();
    }

    private Outcome amend(String price, String count) {
        return floor.amendments.amend(
                order.id(),
                SHARD,
                new Amendment(
                        floor.market.ticker(), YES, Price.of(price), Quantity.of(count), null, null, Optional.empty()),
                floor.now);
    }
}
