package io.recio.tradeexecutor.exchange;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.order.CancelReason;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.order.ExchangeOrderId;
import io.recio.domain.order.Fill;
import io.recio.domain.order.OrderIntent;
import io.recio.domain.order.OrderPurpose;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemClock;
import io.recio.domain.time.SystemTime;
import io.recio.kalshi.auth.KalshiSigner;
import io.recio.kalshi.client.AccountQuery;
import io.recio.kalshi.client.KalshiRest;
import io.recio.kalshi.client.SendPermit;
import io.recio.kalshi.client.WriteResult;
import io.recio.kalshi.errors.AuthenticationFailed;
import io.recio.kalshi.errors.KalshiException;
import io.recio.kalshi.limits.AccountLimits;
import io.recio.kalshi.limits.RateBudget;
import io.recio.kalshi.model.AccountOrder;
import io.recio.kalshi.model.CancelReceipt;
import io.recio.kalshi.model.ChangeReceipt;
import io.recio.kalshi.model.NewOrder;
import io.recio.kalshi.model.OrderReceipt;
import io.recio.tradeexecutor.ExecutorConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** Kalshi's Trade API behind the port. */
@Singleton
class KalshiExchange implements Exchange {

    private static final Logger LOG = Logger.getLogger(KalshiExchange.class);

    private final KalshiRest rest;
    private final KalshiSigner signer;
    private final RateBudget budget;
    private final KnownAccount known;
    private final ExecutorConfig config;
    private final SystemClock clock;

    KalshiExchange(
            KalshiRest rest,
            KalshiSigner signer,
            RateBudget budget,
            KnownAccount known,
            ExecutorConfig config,
            SystemClock clock) {
        this.rest = rest.within(config.requestTimeout());
        this.signer = signer;
        this.budget = budget;
        this.known = known;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public SendOutcome send(OrderIntent intent, Optional<BusinessTime> expiresAt, BooleanSupplier mayWrite) {
        SendPermit permit = () -> mayWrite.getAsBoolean() && !intent.isOverdue(clock.now());
        return switch (rest.orders().create(newOrder(intent, expiresAt), permit, untilDeadline(intent))) {
            case WriteResult.Accepted<OrderReceipt>(var receipt) ->
                new Placed(receipt.id(), receipt.filled(), receipt.remaining());
            case WriteResult.Rejected<OrderReceipt> rejected ->
                new Refused(
                        rejected.error().code().isEmpty()
                                ? "http_" + rejected.status()
                                : rejected.error().code(),
                        rejected.error().message() + " " + rejected.error().details(),
                        rejected.isAuthentication());
            case WriteResult.InDoubt<OrderReceipt>(var doubt, var detail) -> new Unknown(doubt + ": " + detail);
            case WriteResult.NotSent<OrderReceipt>(var reason, var detail) ->
                new Unsent((intent.isOverdue(clock.now()) ? "DEADLINE_PASSED" : reason.name()) + ": " + detail);
        };
    }

    /** How long the order may wait for its turn: what waits beyond its deadline is given up. */
    private Duration untilDeadline(OrderIntent intent) {
        Duration left = intent.deadline()
                .map(last -> clock.now().until(last))
                .filter(until -> until.compareTo(config.requestTimeout()) < 0)
                .orElse(config.requestTimeout());
        return left.isNegative() ? Duration.ZERO : left;
    }

    @Override
    public Scan scan(ClientOrderId id, Optional<ExchangeOrderId> exchangeId, MarketTicker ticker) {
        try {
            SystemTime visibleUntil = rest.exchange().userDataTimestamp();
            List<AccountOrder> orders = rest.portfolio().orders(AccountQuery.ALL.of(ticker));
            List<Fill> fills = rest.portfolio().fills(AccountQuery.ALL.of(ticker));
            return EvidenceScan.of(id, exchangeId, orders, fills, visibleUntil);
        } catch (KalshiException e) {
            throw new ExchangeAway("scan of " + ticker + " failed: " + e.getMessage(), e);
        }
    }

    @Override
    public CancelOutcome cancel(ExchangeOrderId id, MarketTicker ticker, int shard) {
        return switch (rest.orders().cancel(id, ticker, shard)) {
            case WriteResult.Accepted<CancelReceipt> done -> whatIsLeft(id);
            case WriteResult.Rejected<CancelReceipt> refused when refused.isNotFound() -> whatIsLeft(id);
            case WriteResult.Rejected<CancelReceipt> refused -> new MayRest(refused.status() + " " + refused.error());
            case WriteResult.InDoubt<CancelReceipt>(var doubt, var detail) -> whatIsLeft(id);
            case WriteResult.NotSent<CancelReceipt>(var reason, var detail) -> new MayRest(reason + ": " + detail);
        };
    }

    /** Count and price as they were: an amendment of the expiry alone keeps the order's place (EXCHANGES, "3.31"). */
    @Override
    public boolean renew(ExchangeOrderId id, OrderIntent intent, BusinessTime expiresAt, BooleanSupplier mayWrite) {
        WriteResult<ChangeReceipt> result = rest.orders()
                .amend(
                        id,
                        intent.ticker(),
                        intent.bookSide().boughtSide(),
                        intent.yesPrice(),
                        intent.count(),
                        Optional.of(expiresAt),
                        intent.shard(),
                        mayWrite::getAsBoolean);
        if (!(result instanceof WriteResult.Accepted<ChangeReceipt>)) {
            LOG.infof("Resting order not renewed order=%s result=%s", intent.clientOrderId(), result);
            return false;
        }
        return true;
    }

    private CancelOutcome whatIsLeft(ExchangeOrderId id) {
        try {
            return rest.portfolio()
                    .order(id)
                    .filter(order -> order.state().isFinal())
                    .<CancelOutcome>map(order ->
                            new Gone(new Found(id, order.filled(), order.remaining(), true, CancelReason.REQUESTED)))
                    .orElseGet(() -> new MayRest("the exchange does not show its end yet"));
        } catch (KalshiException e) {
            return new MayRest(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void proveAccess() {
        try {
            Optional<String> userId = rest.portfolio().userId();
            AccountProof.Seen seen = new AccountProof.Seen(
                    signer.keyId(),
                    rest.exchange().apiKeys(),
                    rest.portfolio().balance(),
                    userId,
                    known.userId(),
                    rest.exchange().clockSkew());
            AccountProof.objection(seen, config.clockSkewLimit()).ifPresent(objection -> {
                throw new AccessRefused(objection);
            });
            userId.ifPresent(known::learn);
            learnLimits();
        } catch (AuthenticationFailed e) {
            throw new AccessRefused("KEY_REFUSED: " + e.getMessage(), e);
        } catch (KalshiException e) {
            throw new ExchangeAway("EXCHANGE_AWAY: " + e.getMessage(), e);
        }
    }

    /** Until the account's own are known the least of all limits hold, so that not knowing them only costs speed. */
    private void learnLimits() {
        try {
            AccountLimits limits = rest.exchange().limits();
            budget.adjust(limits);
            LOG.infof("Rate limits learned tier=%s read=%s write=%s", limits.tier(), limits.read(), limits.write());
        } catch (KalshiException e) {
            LOG.warnf("Rate limits not learned, those in use stay reason=%s", e.getMessage());
        }
    }

    private static NewOrder newOrder(OrderIntent intent, Optional<BusinessTime> expiresAt) {
        return new NewOrder(
                intent.clientOrderId(),
                intent.ticker(),
                intent.bookSide().boughtSide(),
                intent.count(),
                intent.yesPrice(),
                intent.timeInForce(),
                intent.selfTradePrevention(),
                false,
                intent.reduceOnly(),
                intent.purpose() == OrderPurpose.ENTRY,
                expiresAt,
                intent.group(),
                intent.shard());
    }
}
