package io.recio.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.time.SystemTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrderIntentTest {

    private static final SystemTime DEADLINE = SystemTime.of(Instant.parse("2026-11-22T16:50:02Z"));
    private static final ClientOrderId ID = new ClientOrderId("rec-0192");
    private static final MarketTicker TICKER = new MarketTicker("KXBTCD-26NOV2217-T114999.99");

    @Test
    void mapsBuyingAndSellingToTheSidesOfTheYesBook() {
        assertThat(BookSide.toBuy(Side.YES)).isEqualTo(BookSide.BID);
        assertThat(BookSide.toBuy(Side.NO)).isEqualTo(BookSide.ASK);
        assertThat(BookSide.toSell(Side.YES)).isEqualTo(BookSide.ASK);
        assertThat(BookSide.toSell(Side.NO)).isEqualTo(BookSide.BID);
        assertThat(BookSide.BID.boughtSide()).isEqualTo(Side.YES);
        assertThat(BookSide.ASK.boughtSide()).isEqualTo(Side.NO);
    }

    @Test
    void makesAnEntryThatGivesWayAndACloseThatDoesNot() {
        OrderIntent entry = entry("10", "0.04");
        assertThat(entry.selfTradePrevention()).isEqualTo(SelfTradePrevention.TAKER_AT_CROSS);
        assertThat(entry.timeInForce()).isEqualTo(TimeInForce.IMMEDIATE_OR_CANCEL);
        assertThat(entry.reduceOnly()).isFalse();
        assertThat(entry.boughtPrice()).isEqualTo(Price.of("0.96"));

        OrderIntent close = OrderIntent.close(ID, TICKER, BookSide.BID, Quantity.of("10"), Price.of("0.05"), 2);
        assertThat(close.selfTradePrevention()).isEqualTo(SelfTradePrevention.MAKER);
        assertThat(close.reduceOnly()).isTrue();
        assertThat(close.group()).isEmpty();
        assertThat(close.isOverdue(DEADLINE.plus(Duration.ofDays(1)))).isFalse();
    }

    @Test
    void isOverdueAfterItsDeadline() {
        assertThat(entry("10", "0.04").isOverdue(DEADLINE)).isFalse();
        assertThat(entry("10", "0.04").isOverdue(DEADLINE.plus(Duration.ofMillis(1))))
                .isTrue();
    }

    @Test
    void refusesWhatTheExchangeOrOurRulesWouldNotTake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> entry("0", "0.04"))
                .withMessage("order count must be positive, was 0.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> entry("1", "1"))
                .withMessage("order price must lie between 0 and 1 dollar, both excluded, was 1.0000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> intent(OrderPurpose.CLOSE, false, SelfTradePrevention.MAKER))
                .withMessage("a close must be reduce-only");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> intent(OrderPurpose.CLOSE, true, SelfTradePrevention.TAKER_AT_CROSS))
                .withMessage("a close must prevent self-trades by MAKER, was TAKER_AT_CROSS");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> intent(OrderPurpose.ENTRY, true, SelfTradePrevention.TAKER_AT_CROSS))
                .withMessage("an entry must not be reduce-only");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> intent(OrderPurpose.ENTRY, false, SelfTradePrevention.TAKER_AT_CROSS))
                .withMessage("an entry must have a deadline, had none");
    }

    private static OrderIntent entry(String count, String yesPrice) {
        return OrderIntent.entry(
                ID, TICKER, BookSide.ASK, Quantity.of(count), Price.of(yesPrice), Optional.empty(), 2, DEADLINE);
    }

    private static OrderIntent intent(OrderPurpose purpose, boolean reduceOnly, SelfTradePrevention prevention) {
        return new OrderIntent(
                ID,
                TICKER,
                BookSide.BID,
                Quantity.of("1"),
                Price.of("0.5"),
                TimeInForce.IMMEDIATE_OR_CANCEL,
                reduceOnly,
                prevention,
                Optional.empty(),
                2,
                purpose,
                Optional.empty());
    }
}
