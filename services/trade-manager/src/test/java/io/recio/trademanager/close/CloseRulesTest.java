package io.recio.trademanager.close;

import static io.recio.trademanager.trade.TestTrades.CLOSES_AT;
import static io.recio.trademanager.trade.TestTrades.NOW;
import static io.recio.trademanager.trade.TestTrades.TICKER;
import static io.recio.trademanager.trade.TestTrades.filled;
import static io.recio.trademanager.trade.TestTrades.quoted;
import static io.recio.trademanager.trade.TestTrades.requested;
import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.market.Book;
import io.recio.domain.market.Side;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.BookSide;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.order.OrderIntent;
import io.recio.domain.striketable.QuotedMarket;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.trade.CloseReason;
import io.recio.domain.trade.Trade;
import io.recio.domain.trade.TradeEvent.CloseEnded;
import io.recio.domain.trade.TradeEvent.CloseRequested;
import io.recio.domain.trade.TradeEvent.TradeExpired;
import io.recio.trademanager.close.CloseDecision.Refused;
import io.recio.trademanager.close.CloseDecision.Sell;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CloseRulesTest {

    private static final ClientOrderId ID = new ClientOrderId("test-close-2");
    private static final ClientOrderId FIRST = new ClientOrderId("test-close-1");
    private static final Price CENT = Price.ofCents(1);

    @Test
    void sellsYesBelowTheBidAndNoAboveTheAsk() {
        assertThat(sell(requested(Side.YES, filled(Side.YES, "10")), CloseReason.MANUAL)
                        .intent())
                .isEqualTo(intent(BookSide.ASK, "10", "0.94"));
        assertThat(sell(requested(Side.NO, filled(Side.NO, "10")), CloseReason.MANUAL)
                        .intent())
                .isEqualTo(intent(BookSide.BID, "10", "0.97"));
    }

    @Test
    void doublesTheSlipForTheNextAttempt() {
        Trade trade = requested(
                Side.YES,
                filled(Side.YES, "10"),
                new CloseRequested(FIRST, Quantity.ofContracts(10), CloseReason.MANUAL, 1, NOW),
                new CloseEnded(FIRST, Quantity.ZERO, "NOT_FILLED_AT_ONCE", NOW));
        Sell sell = sell(trade, CloseReason.MANUAL);
        assertThat(sell.intent().yesPrice()).isEqualTo(Price.of("0.93"));
        assertThat(sell.event())
                .isEqualTo(new CloseRequested(ID, Quantity.ofContracts(10), CloseReason.MANUAL, 2, NOW));
    }

    @Test
    void takesAnyPriceInAnEmergencyOrWithoutABid() {
        Trade yes = requested(Side.YES, filled(Side.YES, "10"));
        Trade no = requested(Side.NO, filled(Side.NO, "10"));
        assertThat(sell(yes, CloseReason.EMERGENCY).intent().yesPrice()).isEqualTo(Price.of("0.01"));
        assertThat(sell(no, CloseReason.KILL_SWITCH_FLATTEN).intent().yesPrice())
                .isEqualTo(Price.of("0.99"));
        assertThat(((Sell) decide(yes, CloseReason.MANUAL, Optional.of(quoted(Book.EMPTY)), NOW))
                        .intent()
                        .yesPrice())
                .isEqualTo(Price.of("0.01"));
    }

    @Test
    void sellsOnlyWhatIsKnownToBeHeld() {
        assertThat(sell(requested(Side.YES, filled(Side.YES, "2.5")), CloseReason.MANUAL)
                        .intent()
                        .count())
                .isEqualTo(Quantity.of("2.5"));
    }

    @Test
    void refusesWhatCannotBeSold() {
        Trade held = requested(Side.YES, filled(Side.YES, "10"));
        assertThat(refusal(requested(Side.YES), NOW)).isEqualTo(CloseRefusal.NOTHING_HELD);
        assertThat(refusal(held, CLOSES_AT)).isEqualTo(CloseRefusal.MARKET_CLOSED);
        assertThat(refusal(held.apply(new TradeExpired(CLOSES_AT, CLOSES_AT)), CLOSES_AT))
                .isEqualTo(CloseRefusal.MARKET_CLOSED);
        assertThat(refusal(
                        held.apply(new CloseRequested(FIRST, Quantity.ofContracts(10), CloseReason.MANUAL, 1, NOW)),
                        NOW))
                .isEqualTo(CloseRefusal.CLOSE_UNDER_WAY);
        assertThat(((Refused) decide(held, CloseReason.MANUAL, Optional.empty(), NOW)).code())
                .isEqualTo(CloseRefusal.MARKET_UNKNOWN);
    }

    @Test
    void sellsNothingAgainThatMayNotBeSoldAgain() {
        assertThat(((Refused) CloseRules.decide(
                                requested(Side.YES, filled(Side.YES, "10")),
                                false,
                                CloseReason.EMERGENCY,
                                Optional.of(quoted()),
                                CENT,
                                ID,
                                NOW))
                        .code())
                .isEqualTo(CloseRefusal.NOT_SOLE_AFTER_ABSENT);
    }

    private static CloseRefusal refusal(Trade trade, BusinessTime now) {
        return ((Refused) decide(trade, CloseReason.MANUAL, Optional.of(quoted()), now)).code();
    }

    private static Sell sell(Trade trade, CloseReason reason) {
        return (Sell) decide(trade, reason, Optional.of(quoted()), NOW);
    }

    private static CloseDecision decide(
            Trade trade, CloseReason reason, Optional<QuotedMarket> market, BusinessTime now) {
        return CloseRules.decide(trade, true, reason, market, CENT, ID, now);
    }

    private static OrderIntent intent(BookSide side, String count, String yesPrice) {
        return OrderIntent.close(ID, TICKER, side, Quantity.of(count), Price.of(yesPrice), 2);
    }
}
