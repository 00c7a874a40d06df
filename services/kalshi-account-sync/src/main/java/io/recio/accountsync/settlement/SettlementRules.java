package io.recio.accountsync.settlement;

import io.recio.accountsync.settlement.StoredSettlement.State;
import io.recio.domain.market.EventTicker;
import io.recio.domain.market.Side;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.kalshi.model.AccountSettlement;
import io.recio.kalshi.model.MarketResult;
import io.recio.kalshi.model.NetPosition;
import java.util.Optional;

/** provisional when determined, final when paid, amended when a final one changes; never back. */
public final class SettlementRules {

    /** Price units in a cent, the precision of a paid settlement's value. */
    private static final long CENT = 100;

    private SettlementRules() {}

    /**
     * What the determination will pay for the position held; empty when it adds nothing or has no readable value.
     *
     * @param event of the market
     */
    public static Optional<StoredSettlement> provisional(
            Optional<StoredSettlement> known, Determination told, EventTicker event, NetPosition held) {
        if (known.filter(settlement -> settlement.state() != State.PROVISIONAL).isPresent()) {
            return Optional.empty();
        }
        return value(told.result(), told.yesValue())
                .map(value -> {
                    Quantity yes = count(held, Side.YES);
                    Quantity no = count(held, Side.NO);
                    return new StoredSettlement(
                            told.ticker(),
                            event,
                            result(told.result()),
                            value,
                            yes,
                            no,
                            value.times(yes).plus(value.complement().times(no)),
                            Money.ZERO,
                            State.PROVISIONAL,
                            known.map(StoredSettlement::settledAt).orElse(told.at()));
                })
                .filter(settlement -> !known.equals(Optional.of(settlement)));
    }

    /** What was paid; empty when that is known already or has no readable value. */
    public static Optional<StoredSettlement> paid(Optional<StoredSettlement> known, AccountSettlement told) {
        return value(told.result(), told.yesPayout().map(SettlementRules::price))
                .map(value -> settlement(told, precise(known, value)))
                .flatMap(settlement -> inItsState(known, settlement));
    }

    /** Whether the exchange gives a result and value that we can read. */
    public static boolean isReadable(AccountSettlement told) {
        return value(told.result(), told.yesPayout().map(SettlementRules::price))
                .isPresent();
    }

    private static StoredSettlement settlement(AccountSettlement told, Price value) {
        return new StoredSettlement(
                told.ticker(),
                told.event(),
                result(told.result()),
                value,
                told.yesCount(),
                told.noCount(),
                told.revenue(),
                told.fee(),
                State.FINAL,
                told.settledAt());
    }

    private static Optional<StoredSettlement> inItsState(Optional<StoredSettlement> known, StoredSettlement paid) {
        if (known.isEmpty() || known.get().state() == State.PROVISIONAL) {
            return Optional.of(paid);
        }
        if (paid.equals(known.get().in(State.FINAL).at(paid.settledAt()))) {
            return Optional.empty();
        }
        return Optional.of(paid.in(State.AMENDED));
    }

    /** Paid settlements give the value in whole cents: the finer one of the determination stays when both agree. */
    private static Price precise(Optional<StoredSettlement> known, Price value) {
        return known.map(StoredSettlement::yesValue)
                .filter(finer -> Math.abs(finer.units() - value.units()) < CENT)
                .orElse(value);
    }

    private static Optional<Price> value(MarketResult result, Optional<Price> told) {
        return switch (result) {
            case YES -> Optional.of(told.orElse(Price.ONE));
            case NO -> Optional.of(told.orElse(Price.ZERO));
            case SCALAR, UNKNOWN -> told;
        };
    }

    private static MarketResult result(MarketResult told) {
        return told == MarketResult.UNKNOWN ? MarketResult.SCALAR : told;
    }

    private static Price price(Money cents) {
        return Price.of(cents.dollars().stripTrailingZeros());
    }

    private static Quantity count(NetPosition held, Side side) {
        return held.side().filter(side::equals).isPresent() ? held.size() : Quantity.ZERO;
    }
}
