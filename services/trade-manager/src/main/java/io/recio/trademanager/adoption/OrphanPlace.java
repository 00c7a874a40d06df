package io.recio.trademanager.adoption;

import io.recio.domain.trade.Trade;
import io.recio.domain.trade.TradeId;
import java.util.Collection;

/** Where an orphan belongs. The exchange does not tell whether an order entered or closed, but what it bought. */
sealed interface OrphanPlace {

    /** It sold what the trade held. */
    record CloseOf(TradeId trade) implements OrphanPlace {}

    /** It began a trade. */
    record EntryOfItsOwn() implements OrphanPlace {}

    /** A trade may yet turn out to have held what it sold. */
    record NotKnownYet() implements OrphanPlace {}

    /** @param trades of the order's market, the finished ones too */
    static OrphanPlace of(OrphanOrder orphan, Collection<Trade> trades) {
        var bought = trades.stream()
                .filter(trade -> trade.terms().side() == orphan.boughtSide().opposite())
                .filter(trade -> trade.filled().isPositive() || trade.status().isAtRisk())
                .toList();
        var holding = bought.stream()
                .filter(trade -> trade.held().isPositive() && trade.held().isAtLeast(orphan.count()))
                .toList();
        if (holding.isEmpty()) {
            return bought.stream().anyMatch(trade -> trade.mostHeld().isAtLeast(orphan.count()))
                    ? new NotKnownYet()
                    : new EntryOfItsOwn();
        }
        return holding.stream()
                .filter(trade -> trade.unresolvedClose().isEmpty())
                .findFirst()
                .<OrphanPlace>map(trade -> new CloseOf(trade.id()))
                .orElseGet(NotKnownYet::new);
    }
}
