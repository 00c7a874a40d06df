package io.recio.domain.striketable;

import io.recio.domain.price.PriceSnapshot;
import io.recio.domain.probability.NoProbability;
import io.recio.domain.probability.PricingInputs;
import io.recio.domain.probability.SettlementView;
import io.recio.domain.striketable.EventQuotes.BookState;
import io.recio.domain.time.BusinessTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What all strikes of an event have in common: the settlement seen from now, and every reason why none may be priced.
 *
 * @param pricing present exactly when there is no reason
 */
record SharedInputs(SettlementView view, Optional<PricingInputs> pricing, List<NoProbability> reasons) {

    static SharedInputs of(EventQuotes event, PriceSnapshot snapshot, BusinessTime now) {
        SettlementView view = SettlementView.of(snapshot, event.closesAt(), now);
        List<NoProbability> reasons = reasons(event, snapshot, now, view);
        Optional<PricingInputs> pricing = reasons.isEmpty()
                ? view.average()
                        .map(average ->
                                new PricingInputs(view.basis(), average, snapshot.momentum(), snapshot.volatility()))
                : Optional.empty();
        return new SharedInputs(view, pricing, reasons);
    }

    private static List<NoProbability> reasons(
            EventQuotes event, PriceSnapshot snapshot, BusinessTime now, SettlementView view) {
        List<NoProbability> reasons = new ArrayList<>();
        add(reasons, !snapshot.symbol().equals(event.symbol()), NoProbability.SYMBOL_MISMATCH);
        add(reasons, !snapshot.feed().isHeard(now), NoProbability.PRICE_STALE);
        add(reasons, snapshot.feed().isBehind(now), NoProbability.PRICE_BEHIND);
        add(reasons, !event.shardIsTrading(), NoProbability.EXCHANGE_PAUSED);
        add(reasons, event.books() == BookState.MISSING, NoProbability.BOOK_MISSING);
        add(reasons, event.books() == BookState.STALE, NoProbability.BOOK_STALE);
        view.noProbability().ifPresent(reasons::add);
        return List.copyOf(reasons);
    }

    private static void add(List<NoProbability> reasons, boolean holds, NoProbability reason) {
        if (holds) {
            reasons.add(reason);
        }
    }
}
