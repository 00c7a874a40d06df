package io.recio.accountsync.read;

import io.recio.accountsync.read.ReadOutcome.Failed;
import io.recio.accountsync.read.ReadOutcome.Reading;
import io.recio.accountsync.settlement.Determination;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.order.ExchangeOrderId;
import io.recio.domain.order.Fill;
import io.recio.domain.time.SystemTime;
import io.recio.kalshi.client.AccountQuery;
import io.recio.kalshi.client.KalshiRest;
import io.recio.kalshi.client.PortfolioCalls;
import io.recio.kalshi.errors.AuthenticationFailed;
import io.recio.kalshi.errors.KalshiException;
import io.recio.kalshi.errors.RateLimited;
import io.recio.kalshi.errors.UnreadableAnswer;
import io.recio.kalshi.model.AccountBalance;
import io.recio.kalshi.model.AccountOrder;
import io.recio.kalshi.model.AccountPosition;
import io.recio.kalshi.model.AccountSettlement;
import io.recio.kalshi.model.MarketListing;
import io.recio.kalshi.model.OrderState;
import io.recio.kalshi.model.UnreadableItem;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Reads by REST. The order of the calls matters: the moment of visibility before anything, fills before the orders that
 * explain them, both before the positions that follow from them.
 */
@Singleton
class KalshiAccountReads implements AccountReads {

    private static final Logger LOG = Logger.getLogger(KalshiAccountReads.class);

    /** Markets asked for in one read; the stream tells results first, this is the net below it. */
    private static final int MOST_MARKETS = 20;

    private static final int UNKNOWN_SHARD = 0;
    private static final String ORDERS = "orders";

    private final KalshiRest rest;

    KalshiAccountReads(KalshiRest rest) {
        this.rest = rest;
    }

    @Override
    public ReadOutcome read(ReadRequest request) {
        try {
            return reading(request);
        } catch (RateLimited e) {
            return new Failed(request, false, String.valueOf(e.getMessage()), e.delay());
        } catch (AuthenticationFailed e) {
            return new Failed(request, true, String.valueOf(e.getMessage()), Duration.ZERO);
        } catch (KalshiException e) {
            return new Failed(request, false, String.valueOf(e.getMessage()), Duration.ZERO);
        } catch (UncheckedIOException e) {
            return new Failed(request, true, "key files cannot be read: " + e.getMessage(), Duration.ZERO);
        } catch (IllegalArgumentException e) {
            return new Failed(request, true, "key cannot be used: " + e.getMessage(), Duration.ZERO);
        }
    }

    private Reading reading(ReadRequest request) {
        List<UnreadableItem> unreadable = new ArrayList<>();
        PortfolioCalls portfolio = rest.portfolio().sparing(unreadable::add);
        ReadScope scope = request.scope();
        AccountQuery late = request.since().map(AccountQuery.ALL::since).orElse(AccountQuery.ALL);
        Optional<SystemTime> asOf = Optional.empty();
        List<Fill> fills = List.of();
        List<AccountOrder> orders = List.of();
        boolean everyOrder = false;
        if (scope.isComplete()) {
            asOf = Optional.of(rest.exchange().userDataTimestamp());
            fills = part("fills", unreadable, List.of(), () -> portfolio.fills(late));
            boolean all = request.everyOrder() || request.since().isEmpty();
            int before = unreadable.size();
            orders = all
                    ? part(ORDERS, unreadable, List.of(), () -> portfolio.orders(AccountQuery.ALL))
                    : changedOrders(portfolio, late, request.unfinished(), unreadable);
            everyOrder = all && unreadable.size() == before;
        }
        Optional<List<AccountPosition>> positions = Optional.empty();
        Optional<AccountBalance> balance = Optional.empty();
        if (scope != ReadScope.PAYOUTS) {
            positions =
                    part(ReadOutcome.POSITIONS, unreadable, Optional.empty(), () -> Optional.of(portfolio.positions()));
            balance = part("balance", unreadable, Optional.empty(), () -> Optional.of(portfolio.balance()));
        }
        List<AccountSettlement> settlements = scope == ReadScope.HOLDINGS
                ? List.of()
                : part("settlements", unreadable, List.of(), () -> portfolio.settlements(late));
        List<Determination> determinations = scope.isComplete() ? results(request.unsettled()) : List.of();
        return new Reading(
                request,
                asOf,
                everyOrder,
                orders,
                fills,
                positions,
                balance,
                settlements,
                determinations,
                List.copyOf(unreadable));
    }

    /** One part of the account; when it cannot be read as a whole the other parts are read all the same. */
    private static <T> T part(String list, List<UnreadableItem> unreadable, T without, Supplier<T> read) {
        try {
            return read.get();
        } catch (UnreadableAnswer e) {
            unreadable.add(new UnreadableItem(list, "", String.valueOf(e.getMessage())));
            return without;
        }
    }

    /** The exchange's time filter looks at creation, so an older order that changed is found as resting, or by its id. */
    private static List<AccountOrder> changedOrders(
            PortfolioCalls portfolio,
            AccountQuery late,
            Set<ExchangeOrderId> unfinished,
            List<UnreadableItem> unreadable) {
        Map<ExchangeOrderId, AccountOrder> found = new LinkedHashMap<>();
        part(ORDERS, unreadable, List.<AccountOrder>of(), () -> portfolio.orders(late))
                .forEach(order -> found.put(order.id(), order));
        part(ORDERS, unreadable, List.<AccountOrder>of(), () -> portfolio.orders(AccountQuery.ALL, OrderState.RESTING))
                .forEach(order -> found.put(order.id(), order));
        Set<ExchangeOrderId> missing = new HashSet<>(unfinished);
        missing.removeAll(found.keySet());
        for (ExchangeOrderId id : missing) {
            part(ORDERS, unreadable, Optional.<AccountOrder>empty(), () -> portfolio.order(id))
                    .ifPresent(order -> found.put(id, order));
        }
        return new ArrayList<>(found.values());
    }

    private List<Determination> results(Set<MarketTicker> unsettled) {
        return unsettled.stream()
                .limit(MOST_MARKETS)
                .flatMap(ticker -> market(ticker).stream())
                .flatMap(listing -> determination(listing).stream())
                .toList();
    }

    /** The account may hold markets of a kind we cannot read; their settlements are read all the same. */
    private Optional<MarketListing> market(MarketTicker ticker) {
        try {
            return rest.markets().market(ticker, UNKNOWN_SHARD);
        } catch (UnreadableAnswer e) {
            LOG.debugf("Market cannot be read ticker=%s reason=%s", ticker, e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<Determination> determination(MarketListing listing) {
        return listing.result()
                .map(result -> new Determination(
                        listing.market().ticker(),
                        Optional.of(listing.market().event()),
                        result,
                        listing.settlementValue(),
                        listing.settledAt().orElse(listing.market().closesAt())));
    }
}
