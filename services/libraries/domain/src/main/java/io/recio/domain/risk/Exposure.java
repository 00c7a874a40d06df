package io.recio.domain.risk;

import io.recio.domain.market.EventTicker;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.money.Money;
import io.recio.domain.money.Quantity;
import java.util.List;
import java.util.function.Predicate;

/** The most that can be lost from positions and unsettled orders together. */
public record Exposure(List<Holding> holdings) {

    public Exposure {
        holdings = List.copyOf(holdings);
    }

    public Money total() {
        return holdings.stream().map(Holding::atRisk).reduce(Money.ZERO, Money::plus);
    }

    /** What may yet be taken from the balance. */
    public Money unpaid() {
        return holdings.stream().map(Holding::unpaid).reduce(Money.ZERO, Money::plus);
    }

    public Quantity in(MarketTicker market) {
        return contracts(holding -> holding.ticker().equals(market));
    }

    public Quantity in(EventTicker event) {
        return contracts(holding -> holding.event().equals(event));
    }

    public int openTrades() {
        return (int) holdings.stream().filter(Holding::live).count();
    }

    private Quantity contracts(Predicate<Holding> wanted) {
        return holdings.stream().filter(wanted).map(Holding::most).reduce(Quantity.ZERO, Quantity::plus);
    }
}
