package io.recio.trademanager.close;

import io.recio.domain.market.Level;
import io.recio.domain.market.PriceGrid;
import io.recio.domain.market.Side;
import io.recio.domain.money.Price;
import io.recio.domain.order.BookSide;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.order.OrderIntent;
import io.recio.domain.order.OrderPricing;
import io.recio.domain.striketable.QuotedMarket;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.trade.CloseAgain;
import io.recio.domain.trade.CloseReason;
import io.recio.domain.trade.Trade;
import io.recio.domain.trade.TradeEvent.CloseRequested;
import io.recio.domain.trade.TradeStatus;
import io.recio.trademanager.close.CloseDecision.Refused;
import io.recio.trademanager.close.CloseDecision.Sell;
import java.util.Map;
import java.util.Optional;

/** Whether and at what price a trade is sold; pure. No limit and no switch ever stands in the way of a sale. */
final class CloseRules {

    private CloseRules() {}

    /** @param again whether one more close may follow those before it ({@link CloseAgain}) */
    static CloseDecision decide(
            Trade trade,
            boolean again,
            CloseReason reason,
            Optional<QuotedMarket> quoted,
            Price slip,
            ClientOrderId id,
            BusinessTime now) {
        BusinessTime closesAt = quoted.map(known -> known.market().closesAt())
                .orElse(trade.terms().closesAt());
        Optional<Refused> refusal = refusal(trade, closesAt, now);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (quoted.isEmpty()) {
            return new Refused(
                    CloseRefusal.MARKET_UNKNOWN,
                    Map.of("ticker", trade.terms().ticker().value()));
        }
        if (!again) {
            return new Refused(
                    CloseRefusal.NOT_SOLE_AFTER_ABSENT,
                    Map.of("ticker", trade.terms().ticker().value()));
        }
        int attempt = trade.closes().size() + 1;
        OrderIntent intent = OrderIntent.close(
                id,
                trade.terms().ticker(),
                BookSide.toSell(trade.terms().side()),
                trade.held(),
                yesPrice(trade.terms().side(), reason, quoted.get(), slip, attempt),
                quoted.get().market().exchangeIndex());
        return new Sell(intent, new CloseRequested(id, trade.held(), reason, attempt, now), closesAt);
    }

    private static Optional<Refused> refusal(Trade trade, BusinessTime closesAt, BusinessTime now) {
        TradeStatus status = trade.status();
        Map<String, String> facts = Map.of("status", status.name());
        if (trade.unresolvedClose().isPresent()) {
            return refused(
                    CloseRefusal.CLOSE_UNDER_WAY,
                    Map.of(
                            "clientOrderId",
                            trade.unresolvedClose().get().order().value()));
        }
        return switch (status) {
            case DENIED, REJECTED, MISSED, CLOSED -> refused(CloseRefusal.TRADE_NOT_OPEN, facts);
            case EXPIRED -> refused(CloseRefusal.MARKET_CLOSED, facts);
            case PENDING -> refused(CloseRefusal.NOTHING_HELD, facts);
            case OPEN, CLOSING -> {
                if (!now.isBefore(closesAt)) {
                    yield refused(CloseRefusal.MARKET_CLOSED, Map.of("closesAt", closesAt.toString()));
                }
                if (trade.held().isZero()) {
                    yield refused(CloseRefusal.NOTHING_HELD, facts);
                }
                yield Optional.empty();
            }
        };
    }

    /** Without any bid to go by the last price of the grid: the exchange still matches the best bids first. */
    private static Price yesPrice(Side side, CloseReason reason, QuotedMarket quoted, Price slip, int attempt) {
        PriceGrid grid = quoted.market().grid();
        Optional<Level> bid = quoted.book().bestBid(side);
        if (reason.isEmergency() || bid.isEmpty()) {
            return OrderPricing.emergencyYesPrice(side, grid);
        }
        return OrderPricing.closeYesPrice(side, bid.get().price(), slip, attempt, grid);
    }

    private static Optional<Refused> refused(CloseRefusal code, Map<String, String> facts) {
        return Optional.of(new Refused(code, facts));
    }
}
