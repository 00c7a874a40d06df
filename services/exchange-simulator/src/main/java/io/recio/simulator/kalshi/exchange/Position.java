package io.recio.simulator.kalshi.exchange;

import io.recio.domain.market.Side;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.time.BusinessTime;
import java.math.BigInteger;

/**
 * What the account holds in one market: one signed number, because buying the other side gives the pair back for a
 * dollar (EXCHANGES, section A8). Cost is carried at the average; fees stand apart.
 */
public final class Position {

    private final HourlyMarket market;
    private long units;
    private Money cost = Money.ZERO;
    private Money traded = Money.ZERO;
    private Quantity volume = Quantity.ZERO;
    private Money realized = Money.ZERO;
    private Money fees = Money.ZERO;
    private BusinessTime updatedAt;
    private boolean settled;

    Position(HourlyMarket market, BusinessTime now) {
        this.market = market;
        this.updatedAt = now;
    }

    public HourlyMarket market() {
        return market;
    }

    /** Hundredths of a contract, negative for no. */
    public long units() {
        return units;
    }

    public Quantity held(Side side) {
        return new Quantity(Math.max(0, side == Side.YES ? units : -units));
    }

    /** What the open contracts cost, without fees. */
    public Money cost() {
        return cost;
    }

    /** The sum of price times quantity over all fills. */
    public Money traded() {
        return traded;
    }

    public Quantity volume() {
        return volume;
    }

    /** Proceeds less cost of what was closed or settled, without fees. */
    public Money realized() {
        return realized;
    }

    public Money fees() {
        return fees;
    }

    public BusinessTime updatedAt() {
        return updatedAt;
    }

    public boolean isSettled() {
        return settled;
    }

    /** What buying the side would bring before fees: a dollar less the price for each pair, less the price of the rest. */
    Money revenueOf(Side side, Price price, Quantity quantity) {
        Quantity closing = closing(side, quantity);
        return price.complement().times(closing).minus(price.times(quantity.minus(closing)));
    }

    void buy(Side side, Price price, Quantity quantity, Money fee, BusinessTime now) {
        Quantity closing = closing(side, quantity);
        Quantity opening = quantity.minus(closing);
        if (closing.isPositive()) {
            Money released = costOf(closing);
            realized = realized.plus(price.complement().times(closing).minus(released));
            cost = cost.minus(released);
        }
        cost = cost.plus(price.times(opening));
        units += side == Side.YES ? quantity.units() : -quantity.units();
        traded = traded.plus(price.times(quantity));
        volume = volume.plus(quantity);
        fees = fees.plus(fee);
        updatedAt = now;
    }

    /** Pays the position out; afterwards nothing is held. */
    void settle(Money revenue, BusinessTime now) {
        realized = realized.plus(revenue.minus(cost));
        cost = Money.ZERO;
        units = 0;
        settled = true;
        updatedAt = now;
    }

    private Quantity closing(Side side, Quantity quantity) {
        return quantity.min(held(side.opposite()));
    }

    private Money costOf(Quantity closing) {
        return new Money(BigInteger.valueOf(cost.units())
                .multiply(BigInteger.valueOf(closing.units()))
                .divide(BigInteger.valueOf(Math.abs(units)))
                .longValueExact());
    }
}
