package io.recio.domain.trade;

import static io.recio.domain.trade.TradeFixtures.ENTRY;
import static io.recio.domain.trade.TradeFixtures.TICKER;
import static io.recio.domain.trade.TradeFixtures.closeEnded;
import static io.recio.domain.trade.TradeFixtures.closeFilled;
import static io.recio.domain.trade.TradeFixtures.closeRequested;
import static io.recio.domain.trade.TradeFixtures.entryFilled;
import static io.recio.domain.trade.TradeFixtures.expired;
import static io.recio.domain.trade.TradeFixtures.requested;
import static io.recio.domain.trade.TradeFixtures.settled;
import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.trade.TradeEvent.TradeRequested;
import java.util.List;
import org.junit.jupiter.api.Test;

class CloseAgainTest {

    private static final ClientOrderId FIRST = new ClientOrderId("rec-close-1");

    private static final Trade SOLD_IN_VAIN = Trade.replay(List.of(
            requested(Side.YES),
            entryFilled("f1", Side.YES, "0.96", "10", "0.03"),
            closeRequested(FIRST.value(), "10"),
            closeEnded(FIRST.value(), "0")));

    @Test
    void allowsTheSoleTradeOfItsMarketToSellAgain() {
        assertThat(CloseAgain.isAllowed(SOLD_IN_VAIN, List.of(SOLD_IN_VAIN), FIRST::equals))
                .isTrue();
        assertThat(CloseAgain.isAllowed(
                        SOLD_IN_VAIN, List.of(other(new MarketTicker("KXBTCD-26NOV2217-T115249.99"))), FIRST::equals))
                .as("a trade in another market")
                .isTrue();
    }

    @Test
    void refusesWhileAnotherTradeLivesThere() {
        assertThat(CloseAgain.isAllowed(SOLD_IN_VAIN, List.of(SOLD_IN_VAIN, other(TICKER)), FIRST::equals))
                .isFalse();
    }

    @Test
    void allowsItOnceTheOtherHasEnded() {
        Trade ended = other(TICKER)
                .apply(entryFilled("f2", Side.YES, "0.96", "10", "0.03"))
                .apply(expired())
                .apply(settled("1"));
        assertThat(CloseAgain.isAllowed(SOLD_IN_VAIN, List.of(ended), FIRST::equals))
                .isTrue();
    }

    @Test
    void looksOnlyAtClosesThatWereProvenAbsent() {
        assertThat(CloseAgain.isAllowed(SOLD_IN_VAIN, List.of(other(TICKER)), order -> false))
                .as("the exchange had the close and ended it")
                .isTrue();
        Trade soldInPart = Trade.replay(List.of(
                requested(Side.YES),
                entryFilled("f1", Side.YES, "0.96", "10", "0.03"),
                closeRequested(FIRST.value(), "10"),
                closeFilled(FIRST.value(), "f3", Side.YES, "0.94", "4", "0.01"),
                closeEnded(FIRST.value(), "4")));
        assertThat(CloseAgain.isAllowed(soldInPart, List.of(other(TICKER)), FIRST::equals))
                .as("what has filled cannot have been absent")
                .isTrue();
    }

    private static Trade other(MarketTicker ticker) {
        TradeRequested like = requested(Side.YES, ticker, "10");
        TradeTerms terms = like.terms();
        return Trade.of(new TradeRequested(
                new TradeTerms(
                        TradeId.of("0192f0c0-0000-7000-8000-000000000002"),
                        terms.symbol(),
                        terms.event(),
                        ticker,
                        terms.strike(),
                        terms.closesAt(),
                        terms.side(),
                        terms.count(),
                        terms.priceCap(),
                        new ClientOrderId(ENTRY.value() + "-2"),
                        terms.strategy(),
                        terms.probabilitySeen()),
                like.at()));
    }
}
