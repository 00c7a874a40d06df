package io.recio.trademanager.request;

import io.recio.domain.market.Market;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.OrderPricing;
import io.recio.domain.risk.RiskCheck;
import io.recio.domain.risk.RiskDecision;
import io.recio.domain.risk.RiskRequest;
import io.recio.domain.striketable.FeeEstimate;
import io.recio.storage.trading.TradeRequest.Open;
import io.recio.trademanager.request.Answer.Denied;
import java.util.Map;
import java.util.Optional;

/** Whether an entry may be written down: first what may have changed since it was asked for, then the limits. Pure. */
final class EntryRules {

    private static final long UNITS_PER_CONTRACT = Quantity.ofContracts(1).units();

    private EntryRules() {}

    /** Empty when it may. */
    static Optional<Denied> denial(WaitingRequest request, Open wish, EntryGround ground) {
        Market market = ground.quoted().market();
        if (request.isStale(ground.state().readAt())) {
            return denied(
                    RequestDenial.STALE_REQUEST,
                    Map.of(
                            "validUntil", request.validUntil().orElseThrow().toString(),
                            "now", ground.state().readAt().toString()));
        }
        if (!market.isOpen(ground.now())) {
            return denied(
                    RequestDenial.MARKET_CLOSED,
                    Map.of(
                            "status", market.status().name(),
                            "closesAt", market.closesAt().toString()));
        }
        if (!ground.trading()) {
            return denied(
                    RequestDenial.TRADING_PAUSED, Map.of("exchangeIndex", Integer.toString(market.exchangeIndex())));
        }
        if (ground.feed().filter(feed -> feed.isFresh(ground.state().readAt())).isEmpty()) {
            return denied(RequestDenial.BOOK_NOT_FRESH, bookFacts(ground));
        }
        if (!isOnGrid(wish, market)) {
            return denied(
                    RequestDenial.PRICE_OFF_GRID,
                    Map.of("priceCap", wish.priceCap().toString()));
        }
        if (ground.state().halt().isPresent()) {
            return denied(
                    RequestDenial.RECONCILIATION_HALT,
                    Map.of("reason", ground.state().halt().get()));
        }
        if (ground.fees().isEmpty()) {
            return denied(
                    RequestDenial.FEE_UNKNOWN, Map.of("event", market.event().value()));
        }
        return limits(wish, ground, ground.fees().get());
    }

    private static Optional<Denied> limits(Open wish, EntryGround ground, FeeEstimate fees) {
        RiskRequest.Entry entry = new RiskRequest.Entry(
                ground.quoted().market().event(),
                wish.ticker(),
                wish.side(),
                wish.quantity(),
                wish.priceCap(),
                wholeFee(fees.perContract(wish.priceCap(), wish.quantity()), wish.quantity()),
                ground.now());
        return switch (RiskCheck.check(entry, ground.book(), ground.limits())) {
            case RiskDecision.Allowed allowed -> Optional.empty();
            case RiskDecision.Denied denied -> denied(denied.code(), denied.facts());
        };
    }

    private static boolean isOnGrid(Open wish, Market market) {
        Price yesPrice = OrderPricing.sidePrice(wish.side(), wish.priceCap());
        return market.grid().contains(yesPrice);
    }

    private static Map<String, String> bookFacts(EntryGround ground) {
        return ground.feed()
                .map(feed -> Map.of(
                        "heardAt", feed.heardAt().toString(),
                        "valid", Boolean.toString(feed.valid()),
                        "reason", feed.reason().orElse("")))
                .orElse(Map.of("reason", "never heard of"));
    }

    private static Money wholeFee(Money perContract, Quantity count) {
        return new Money(Math.ceilDiv(Math.multiplyExact(perContract.units(), count.units()), UNITS_PER_CONTRACT));
    }

    private static Optional<Denied> denied(Enum<?> code, Map<String, String> facts) {
        return Optional.of(Denied.of(code, facts));
    }
}
