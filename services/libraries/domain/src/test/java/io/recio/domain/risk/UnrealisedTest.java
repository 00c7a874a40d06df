package io.recio.domain.risk;

import static io.recio.domain.trade.TradeFixtures.closeFilled;
import static io.recio.domain.trade.TradeFixtures.closeRequested;
import static io.recio.domain.trade.TradeFixtures.entryFilled;
import static io.recio.domain.trade.TradeFixtures.expired;
import static io.recio.domain.trade.TradeFixtures.requested;
import static io.recio.domain.trade.TradeFixtures.settled;
import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.market.Side;
import io.recio.domain.money.Money;
import io.recio.domain.risk.Unrealised.Valuation;
import io.recio.domain.trade.Trade;
import io.recio.domain.trade.TradeEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnrealisedTest {

    /** Ten at .96 and three cents of fees: 9.63 may be lost. */
    private static final Trade HELD = held();

    @Test
    void takesAFreshValuationAsItIs() {
        assertThat(of(HELD, new Valuation(Money.of("-0.20"), true))).isEqualTo(unrealised("-0.20", "0", "0"));
        assertThat(of(HELD, new Valuation(Money.of("0.20"), true))).isEqualTo(unrealised("0.20", "0", "0"));
    }

    @Test
    void doubtsAnOldValuationDownToTheLossOfEverything() {
        assertThat(of(HELD, new Valuation(Money.of("-0.20"), false))).isEqualTo(unrealised("-0.20", "-9.43", "0"));
    }

    @Test
    void countsATradeNobodyEverValuedAtCostAndDoubtsAllOfIt() {
        assertThat(Unrealised.of(List.of(HELD), Map.of())).isEqualTo(unrealised("-0.03", "-9.6", "0"));
        Trade soldInPart = held(closeRequested("c", "10"), closeFilled("c", "b", Side.YES, "0.90", "4", "0.02"));
        assertThat(Unrealised.of(List.of(soldInPart), Map.of()))
                .as("3.60 back for 3.84, six left that cost 5.76")
                .isEqualTo(unrealised("-0.29", "-5.76", "0"));
    }

    @Test
    void tellsTradesThatWaitForTheirSettlementApart() {
        assertThat(of(held(expired()), new Valuation(Money.of("0.30"), false)))
                .isEqualTo(unrealised("0.30", "0", "-9.93"));
    }

    @Test
    void leavesOutWhatIsNotBoughtOrIsOver() {
        assertThat(Unrealised.of(List.of(Trade.of(requested(Side.YES)), held(expired(), settled("1"))), Map.of()))
                .isEqualTo(Unrealised.NONE);
    }

    private static Unrealised of(Trade trade, Valuation valuation) {
        return Unrealised.of(List.of(trade), Map.of(trade.id(), valuation));
    }

    private static Trade held(TradeEvent... more) {
        List<TradeEvent> events =
                new ArrayList<>(List.of(requested(Side.YES), entryFilled("a", Side.YES, "0.96", "10", "0.03")));
        events.addAll(List.of(more));
        return Trade.replay(events);
    }

    private static Unrealised unrealised(String known, String doubt, String settling) {
        return new Unrealised(Money.of(known), Money.of(doubt), Money.of(settling));
    }
}
