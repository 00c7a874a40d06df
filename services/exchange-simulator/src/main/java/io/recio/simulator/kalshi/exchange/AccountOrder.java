package io.recio.simulator.kalshi.exchange;

import io.recio.domain.market.Side;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.time.BusinessTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An order of the account from its acceptance on. Read it only while the exchange is locked. */
public final class AccountOrder {

    /** As the exchange names the states of an order. */
    public enum Status {
        RESTING,
        CANCELED,
        EXECUTED
    }

    /** Why an order last changed, as {@code last_update_reason} says it (EXCHANGES, section C3). */
    public enum Reason {
        NONE(""),
        TRADE("Trade"),
        DECREASE("Decrease"),
        AMEND("Amend"),
        CANCEL(""),
        MARGIN_CANCEL("MarginCancel"),
        SELF_TRADE_CANCEL("SelfTradeCancel"),
        EXPIRY_CANCEL("ExpiryCancel"),
        CLOSE_CANCEL("CloseCancel"),
        HALT_CANCEL("HaltCancel"),
        REDUCE_ONLY_CANCEL("ReduceOnlyCancel");

        private final String wireName;

        Reason(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }

    private final String id;
    private final long number;
    private final HourlyMarket market;
    private final NewOrder request;
    private final FeeMeter fees;
    private final BusinessTime createdAt;
    private String clientOrderId;
    private Price yesPrice;
    private Quantity initial;
    private Quantity filled = Quantity.ZERO;
    private Quantity remaining;
    private Status status = Status.RESTING;
    private Reason reason = Reason.NONE;
    private BusinessTime updatedAt;
    private @Nullable BusinessTime expiresAt;
    private Money takerCost = Money.ZERO;
    private Money makerCost = Money.ZERO;
    private Money takerFees = Money.ZERO;
    private Money makerFees = Money.ZERO;
    private Quantity queueAhead = Quantity.ZERO;

    AccountOrder(String id, long number, HourlyMarket market, NewOrder request, FeeMeter fees, BusinessTime now) {
        this.id = id;
        this.number = number;
        this.market = market;
        this.request = request;
        this.fees = fees;
        this.createdAt = now;
        this.updatedAt = now;
        this.clientOrderId = request.clientOrderId();
        this.yesPrice = request.yesPrice();
        this.initial = request.count();
        this.remaining = request.count();
        this.expiresAt = request.expiresAt();
    }

    public String id() {
        return id;
    }

    /** Rises with each order; newest is highest. */
    public long number() {
        return number;
    }

    public HourlyMarket market() {
        return market;
    }

    /** As it was asked for; price, count and identifier may have been amended since. */
    public NewOrder request() {
        return request;
    }

    /** Empty when the client gave none. */
    public String clientOrderId() {
        return clientOrderId;
    }

    /** The outcome it buys. */
    public Side side() {
        return request.side();
    }

    public Price yesPrice() {
        return yesPrice;
    }

    /** The price of the outcome it buys. */
    public Price sidePrice() {
        return side() == Side.YES ? yesPrice : yesPrice.complement();
    }

    public Quantity initial() {
        return initial;
    }

    public Quantity filled() {
        return filled;
    }

    public Quantity remaining() {
        return remaining;
    }

    public Status status() {
        return status;
    }

    public boolean isResting() {
        return status == Status.RESTING;
    }

    public Reason reason() {
        return reason;
    }

    public BusinessTime createdAt() {
        return createdAt;
    }

    public BusinessTime updatedAt() {
        return updatedAt;
    }

    public Optional<BusinessTime> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    public Money takerCost() {
        return takerCost;
    }

    public Money makerCost() {
        return makerCost;
    }

    public Money takerFees() {
        return takerFees;
    }

    public Money makerFees() {
        return makerFees;
    }

    FeeMeter fees() {
        return fees;
    }

    Quantity queueAhead() {
        return queueAhead;
    }

    void queueAhead(Quantity ahead) {
        queueAhead = ahead;
    }

    void fill(Quantity quantity, Money cost, Money fee, boolean taker, BusinessTime now) {
        filled = filled.plus(quantity);
        remaining = remaining.minus(quantity);
        if (taker) {
            takerCost = takerCost.plus(cost);
            takerFees = takerFees.plus(fee);
        } else {
            makerCost = makerCost.plus(cost);
            makerFees = makerFees.plus(fee);
        }
        if (remaining.isZero()) {
            status = Status.EXECUTED;
        }
        touch(Reason.TRADE, now);
    }

    void cancel(Reason why, BusinessTime now) {
        remaining = Quantity.ZERO;
        status = Status.CANCELED;
        touch(why, now);
    }

    void decreaseTo(Quantity left, BusinessTime now) {
        initial = filled.plus(left);
        remaining = left;
        touch(Reason.DECREASE, now);
    }

    void amend(Price price, Quantity left, String newClientOrderId, BusinessTime now) {
        yesPrice = price;
        initial = filled.plus(left);
        remaining = left;
        clientOrderId = newClientOrderId;
        touch(Reason.AMEND, now);
    }

    void expireAt(@Nullable BusinessTime moment) {
        expiresAt = moment;
    }

    private void touch(Reason why, BusinessTime now) {
        reason = why;
        updatedAt = now;
    }
}
