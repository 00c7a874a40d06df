package io.recio.domain.trade;

import static io.recio.domain.trade.TradeFixtures.AT;
import static io.recio.domain.trade.TradeFixtures.closeEnded;
import static io.recio.domain.trade.TradeFixtures.closeFilled;
import static io.recio.domain.trade.TradeFixtures.closeRequested;
import static io.recio.domain.trade.TradeFixtures.entryEnded;
import static io.recio.domain.trade.TradeFixtures.entryFilled;
import static io.recio.domain.trade.TradeFixtures.expired;
import static io.recio.domain.trade.TradeFixtures.requested;
import static io.recio.domain.trade.TradeFixtures.settled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.recio.domain.market.Side;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.trade.TradeEvent.SettlementAmended;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TradeTest {

    @Test
    void losesFortyNineCentsWhenSoldForLess() {
        Trade trade = Trade.replay(List.of(
                requested(Side.YES),
                entryFilled("a", Side.YES, "0.96", "10", "0.03"),
                closeRequested("close-1", "10"),
                closeFilled("close-1", "b", Side.YES, "0.92", "10", "0.06")));
        assertThat(trade.status()).isEqualTo(TradeStatus.CLOSED);
        assertThat(trade.cost()).isEqualTo(Money.of("9.60"));
        assertThat(trade.proceeds()).isEqualTo(Money.of("9.20"));
        assertThat(trade.fees()).isEqualTo(Money.of("0.09"));
        assertThat(trade.pnl()).isEqualTo(Money.of("-0.49"));
        assertThat(trade.outcome()).contains(Outcome.LOSS);
    }

    @Test
    void winsThirtySevenCentsWhenSettledYes() {
        Trade trade = heldToSettlement(Side.YES, "1");
        assertThat(trade.payout()).isEqualTo(Money.of("10"));
        assertThat(trade.pnl()).isEqualTo(Money.of("0.37"));
        assertThat(trade.outcome()).contains(Outcome.WIN);
    }

    @Test
    void losesEverythingWhenSettledAgainstIt() {
        Trade trade = heldToSettlement(Side.YES, "0");
        assertThat(trade.pnl()).isEqualTo(Money.of("-9.63"));
        assertThat(trade.outcome()).contains(Outcome.LOSS);
        assertThat(heldToSettlement(Side.NO, "1").pnl()).isEqualTo(Money.of("-9.63"));
        assertThat(heldToSettlement(Side.NO, "0").pnl()).isEqualTo(Money.of("0.37"));
    }

    @Test
    void paysAScalarSettlementInPart() {
        assertThat(heldToSettlement(Side.YES, "0.3060").pnl()).isEqualTo(Money.of("-6.57"));
        assertThat(heldToSettlement(Side.NO, "0.3060").pnl()).isEqualTo(Money.of("-2.69"));
    }

    @Test
    void drawsWhenNothingIsWonOrLost() {
        Trade trade = Trade.replay(List.of(
                requested(Side.NO),
                entryFilled("a", Side.NO, "0.95", "10", "0"),
                closeRequested("close-1", "10"),
                closeFilled("close-1", "b", Side.NO, "0.95", "10", "0")));
        assertThat(trade.outcome()).contains(Outcome.DRAW);
        assertThat(Outcome.DRAW.letter()).isEqualTo("D");
    }

    @Test
    void booksACorrectionWhenTheResultIsAmended() {
        Trade settled = heldToSettlement(Side.YES, "1");
        Trade amended = settled.apply(new SettlementAmended(Price.ZERO, AT));
        assertThat(settled.correction()).isEqualTo(Money.ZERO);
        assertThat(amended.correction()).isEqualTo(Money.of("-10"));
        assertThat(amended.pnl()).isEqualTo(Money.of("-9.63"));
        assertThat(amended.outcome()).contains(Outcome.LOSS);
    }

    @Test
    void tellsTheDifferentialAtOpen() {
        Trade trade = Trade.replay(List.of(requested(Side.YES), entryFilled("a", Side.YES, "0.96", "10", "0.03")));
        assertThat(trade.diffAtOpen().orElseThrow()).isCloseTo(1.6, within(1e-9));
        assertThat(Math.round(trade.diffAtOpen().orElseThrow())).isEqualTo(2);
        assertThat(Trade.of(requested(Side.YES)).diffAtOpen()).isEmpty();
    }

    @Test
    void valuesWhatIsHeldAtTheSidesBid() {
        Trade trade = Trade.replay(List.of(requested(Side.NO), entryFilled("a", Side.NO, "0.95", "1", "0")));
        Price oppositeAsk = Price.of("0.06");
        assertThat(trade.pnlAt(oppositeAsk.complement())).isEqualTo(Money.of("-0.01"));
    }

    @Test
    void countsAPartialFillAsOpenWithWhatWasFilled() {
        Trade trade = Trade.replay(
                List.of(requested(Side.YES), entryFilled("a", Side.YES, "0.96", "2.5", "0.01"), entryEnded("2.5")));
        assertThat(trade.status()).isEqualTo(TradeStatus.OPEN);
        assertThat(trade.held()).isEqualTo(Quantity.of("2.5"));
        assertThat(trade.cost()).isEqualTo(Money.of("2.4"));
        assertThat(trade.outcome()).isEmpty();
    }

    @Test
    void settlesTheRestOfWhatWasSoldInPart() {
        Trade trade = Trade.replay(List.of(
                requested(Side.YES),
                entryFilled("a", Side.YES, "0.96", "10", "0.03"),
                closeRequested("close-1", "10"),
                closeFilled("close-1", "b", Side.YES, "0.90", "4", "0.03"),
                closeEnded("close-1", "4"),
                expired(),
                settled("1")));
        assertThat(trade.pnl()).isEqualTo(Money.of("-0.06"));
        assertThat(trade.held()).isEqualTo(Quantity.of("6"));
    }

    @Test
    void countsAnUnsettledEntryAsFilledAtItsCap() {
        Trade pending = Trade.of(requested(Side.YES));
        assertThat(pending.mostHeld()).isEqualTo(Quantity.of("10"));
        assertThat(pending.mostAtRisk()).isEqualTo(Money.of("9.70"));
        Trade partly = pending.apply(entryFilled("a", Side.YES, "0.95", "4", "0.02"));
        assertThat(partly.mostAtRisk()).isEqualTo(Money.of("9.64"));
        Trade ended = partly.apply(entryEnded("4"));
        assertThat(ended.mostAtRisk()).isEqualTo(Money.of("3.82"));
        Trade closing = ended.apply(closeRequested("close-1", "4"));
        assertThat(closing.mostAtRisk()).as("a close counts as unfilled").isEqualTo(Money.of("3.82"));
        assertThat(closing.mostHeld()).isEqualTo(Quantity.of("4"));
    }

    @Test
    void risksNothingOnceItIsOver() {
        assertThat(heldToSettlement(Side.YES, "0").mostAtRisk()).isEqualTo(Money.ZERO);
        assertThat(heldToSettlement(Side.YES, "0").mostHeld()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void endsTheSameInWhateverOrderFillsAndEndsArrive() {
        long seed = 20261122;
        Random random = new Random(seed);
        List<TradeEvent> entry = List.of(
                entryFilled("a", Side.NO, "0.95", "3", "0.02"),
                entryFilled("b", Side.NO, "0.96", "4", "0.02"),
                entryFilled("a", Side.NO, "0.95", "3", "0.02"),
                entryEnded("7"));
        List<TradeEvent> close = List.of(
                closeFilled("close-1", "c", Side.NO, "0.90", "2", "0.01"),
                closeFilled("close-1", "d", Side.NO, "0.89", "5", "0.03"),
                closeFilled("close-1", "d", Side.NO, "0.89", "5", "0.03"),
                closeEnded("close-1", "7"));
        Trade expected = null;
        for (int round = 0; round < 200; round++) {
            List<TradeEvent> events = new ArrayList<>(List.of(requested(Side.NO)));
            events.addAll(shuffled(entry, random));
            events.add(closeRequested("close-1", "7"));
            events.addAll(shuffled(close, random));
            Trade trade = Trade.replay(events);
            expected = expected == null ? trade : expected;
            assertThat(trade).as("round %d of seed %d", round, seed).isEqualTo(expected);
        }
        assertThat(expected.status()).isEqualTo(TradeStatus.CLOSED);
        assertThat(expected.pnl()).isEqualTo(Money.of("-0.52"));
    }

    private static List<TradeEvent> shuffled(List<TradeEvent> events, Random random) {
        List<TradeEvent> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static Trade heldToSettlement(Side side, String yesValue) {
        return Trade.replay(
                List.of(requested(side), entryFilled("a", side, "0.96", "10", "0.03"), expired(), settled(yesValue)));
    }
}
