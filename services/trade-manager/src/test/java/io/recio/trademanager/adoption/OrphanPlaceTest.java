package io.recio.trademanager.adoption;

import static io.recio.trademanager.trade.TestTrades.NOW;
import static io.recio.trademanager.trade.TestTrades.TICKER;
import static io.recio.trademanager.trade.TestTrades.filled;
import static io.recio.trademanager.trade.TestTrades.requested;
import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.market.Side;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.trade.CloseReason;
import io.recio.domain.trade.Trade;
import io.recio.domain.trade.TradeEvent.CloseRequested;
import io.recio.trademanager.adoption.OrphanPlace.CloseOf;
import io.recio.trademanager.adoption.OrphanPlace.EntryOfItsOwn;
import io.recio.trademanager.adoption.OrphanPlace.NotKnownYet;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrphanPlaceTest {

    private static final Trade HOLDS_YES = requested(Side.YES, filled(Side.YES, "10"));

    @Test
    void isAnEntryWhereNothingElseWasBought() {
        assertThat(OrphanPlace.of(bought(Side.YES, "10"), List.of())).isEqualTo(new EntryOfItsOwn());
    }

    @Test
    void isAnEntryBesideOneOfTheSameSide() {
        assertThat(OrphanPlace.of(bought(Side.YES, "10"), List.of(HOLDS_YES))).isEqualTo(new EntryOfItsOwn());
    }

    @Test
    void closesTheTradeThatHoldsTheOppositeOfWhatItBought() {
        assertThat(OrphanPlace.of(bought(Side.NO, "10"), List.of(HOLDS_YES))).isEqualTo(new CloseOf(HOLDS_YES.id()));
        assertThat(OrphanPlace.of(bought(Side.NO, "4"), List.of(HOLDS_YES))).isEqualTo(new CloseOf(HOLDS_YES.id()));
    }

    @Test
    void isNoCloseOfATradeThatCannotHaveHeldSoMuch() {
        assertThat(OrphanPlace.of(bought(Side.NO, "11"), List.of(HOLDS_YES))).isEqualTo(new EntryOfItsOwn());
    }

    @Test
    void waitsWhileTheEntryOfTheTradeIsUnsettled() {
        assertThat(OrphanPlace.of(bought(Side.NO, "10"), List.of(requested(Side.YES))))
                .isEqualTo(new NotKnownYet());
    }

    @Test
    void waitsForAnotherCloseOfTheSameTrade() {
        Trade closing = HOLDS_YES.apply(new CloseRequested(
                new ClientOrderId("test-close"), Quantity.ofContracts(10), CloseReason.MANUAL, 1, NOW));
        assertThat(OrphanPlace.of(bought(Side.NO, "10"), List.of(closing))).isEqualTo(new NotKnownYet());
    }

    private static OrphanOrder bought(Side side, String count) {
        return new OrphanOrder(
                new ClientOrderId("test-orphan"), TICKER, side, Price.of("0.50"), Quantity.of(count), false, NOW);
    }
}
