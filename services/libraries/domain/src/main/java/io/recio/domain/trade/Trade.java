package io.recio.domain.trade;

import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.trade.TradeEvent.TradeRequested;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One trade: its terms, its orders and what they came to, a fold of {@link TradeEvent}s. Immutable.
 *
 * <p>All sums are exact; fees are the exchange's own figures.
 *
 * @param closes the close orders, first attempt first
 * @param closeReason present while it is being sold, and after
 * @param keptBy who said stop to the attempts to sell it; present until it is asked to be sold again
 * @param refusal why it was denied or rejected
 * @param settlement the value of yes and its first version, once settled
 */
public record Trade(
        TradeTerms terms,
        Leg entry,
        List<Leg> closes,
        Optional<CloseReason> closeReason,
        Optional<String> keptBy,
        Optional<Refusal> refusal,
        Optional<BusinessTime> expiredAt,
        Optional<Settlement> settlement) {

    /** Who refused the entry, and why. */
    public record Refusal(boolean ours, String code, String details) {}

    /** What one contract of yes was worth, as first told and as it stands. */
    public record Settlement(Price firstYesValue, Price yesValue) {}

    public Trade {
        closes = List.copyOf(closes);
    }

    /** The trade as it begins. */
    public static Trade of(TradeRequested requested) {
        TradeTerms terms = requested.terms();
        return new Trade(
                terms,
                Leg.begun(terms.entryOrder(), terms.count()),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * The trade after all its events.
     *
     * @throws IllegalArgumentException when there are none or the first is no request
     * @throws ForbiddenTradeEvent when one contradicts those before it
     */
    public static Trade replay(List<TradeEvent> events) {
        if (events.isEmpty() || !(events.getFirst() instanceof TradeRequested requested)) {
            throw new IllegalArgumentException("events of a trade must begin with TradeRequested, were " + events);
        }
        Trade trade = of(requested);
        for (TradeEvent event : events.subList(1, events.size())) {
            trade = trade.apply(event);
        }
        return trade;
    }

    /**
     * The trade after the event.
     *
     * @throws ForbiddenTradeEvent when the event has no place in this status or contradicts what is known
     */
    public Trade apply(TradeEvent event) {
        return TradeTransitions.apply(this, event);
    }

    public TradeId id() {
        return terms.id();
    }

    public TradeStatus status() {
        if (refusal.filter(Refusal::ours).isPresent()) {
            return TradeStatus.DENIED;
        }
        if (filled().isZero()) {
            return statusUnfilled();
        }
        if (settlement.isPresent() || isSold()) {
            return TradeStatus.CLOSED;
        }
        if (expiredAt.isPresent()) {
            return TradeStatus.EXPIRED;
        }
        return isBeingSold() ? TradeStatus.CLOSING : TradeStatus.OPEN;
    }

    /** Contracts bought. */
    public Quantity filled() {
        return entry.fills().quantity();
    }

    /** Contracts sold. */
    public Quantity closed() {
        return closes.stream().map(close -> close.fills().quantity()).reduce(Quantity.ZERO, Quantity::plus);
    }

    /** Contracts bought and not sold; what was held to settlement stays counted. */
    public Quantity held() {
        return filled().minus(closed());
    }

    /** The close order that is still under way, of which there is at most one. */
    public Optional<Leg> unresolvedClose() {
        return closes.stream().filter(close -> !close.isResolved()).findFirst();
    }

    public boolean owns(ClientOrderId order) {
        return terms.entryOrder().equals(order)
                || closes.stream().anyMatch(close -> close.order().equals(order));
    }

    /** Paid for what was bought, without fees. */
    public Money cost() {
        return entry.fills().cost();
    }

    /** Received for what was sold, without fees. */
    public Money proceeds() {
        return closes.stream().map(close -> close.fills().proceeds()).reduce(Money.ZERO, Money::plus);
    }

    /** The exchange's fees on both legs. */
    public Money fees() {
        return closes.stream()
                .map(close -> close.fills().fees())
                .reduce(entry.fills().fees(), Money::plus);
    }

    /** Paid out at settlement; zero before. */
    public Money payout() {
        return settlement.map(settled -> valueOfHeld(settled.yesValue())).orElse(Money.ZERO);
    }

    /** The result: proceeds and payout less cost and all fees; before the end, what is held counts as nothing. */
    public Money pnl() {
        return proceeds().plus(payout()).minus(cost()).minus(fees());
    }

    /** The result if all that is held were sold at the side's bid now, before the fee of that sale. */
    public Money pnlAt(Price sideBid) {
        return status().isAtRisk() ? pnl().plus(sideBid.times(held())) : pnl();
    }

    /** By how much an amended result moved the PnL; zero otherwise. */
    public Money correction() {
        return settlement
                .map(settled -> valueOfHeld(settled.yesValue()).minus(valueOfHeld(settled.firstYesValue())))
                .orElse(Money.ZERO);
    }

    /** Win, loss or draw; absent until closed. */
    public Optional<Outcome> outcome() {
        if (status() != TradeStatus.CLOSED) {
            return Optional.empty();
        }
        Money pnl = pnl();
        if (pnl.isZero()) {
            return Optional.of(Outcome.DRAW);
        }
        return Optional.of(pnl.isPositive() ? Outcome.WIN : Outcome.LOSS);
    }

    /** Cents by which the probability seen exceeded the mean price paid. */
    public OptionalDouble diffAtOpen() {
        if (terms.probabilitySeen().isEmpty() || filled().isZero()) {
            return OptionalDouble.empty();
        }
        double paidCents = cost().units() / (100.0 * filled().units());
        return OptionalDouble.of(terms.probabilitySeen().get().percent() - paidCents);
    }

    /** Contracts that may be held at worst: an unsettled entry counts as filled, an unsettled close as unfilled. */
    public Quantity mostHeld() {
        return status().isAtRisk() ? entry.mostFilled().minus(closed()) : Quantity.ZERO;
    }

    /** The most that can still be lost by it: what is or may be paid, and fees, less what came back. */
    public Money mostAtRisk() {
        if (!status().isAtRisk()) {
            return Money.ZERO;
        }
        return cost().plus(mostUnpaid()).plus(fees()).minus(proceeds()).max(Money.ZERO);
    }

    /** What its entry may yet take from the balance, before fees: the part not known to be filled, at the cap. */
    public Money mostUnpaid() {
        return status().isAtRisk() ? terms.priceCap().times(entry.mostFilled().minus(filled())) : Money.ZERO;
    }

    private TradeStatus statusUnfilled() {
        if (refusal.isPresent()) {
            return TradeStatus.REJECTED;
        }
        return entry.isResolved() ? TradeStatus.MISSED : TradeStatus.PENDING;
    }

    /** An order may still be out after the operator's stop; then it is not open yet. */
    private boolean isBeingSold() {
        return unresolvedClose().isPresent() || (closeReason.isPresent() && keptBy.isEmpty());
    }

    private boolean isSold() {
        return entry.isResolved() && unresolvedClose().isEmpty() && held().isZero();
    }

    private Money valueOfHeld(Price yesValue) {
        Price value =
                switch (terms.side()) {
                    case YES -> yesValue;
                    case NO -> yesValue.complement();
                };
        return value.times(held());
    }
}
