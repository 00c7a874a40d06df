package io.recio.domain.trade;

import io.recio.domain.market.Side;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.order.Fill;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.trade.Trade.Refusal;
import io.recio.domain.trade.Trade.Settlement;
import io.recio.domain.trade.TradeEvent.CloseAbandoned;
import io.recio.domain.trade.TradeEvent.CloseAdopted;
import io.recio.domain.trade.TradeEvent.CloseEnded;
import io.recio.domain.trade.TradeEvent.CloseFilled;
import io.recio.domain.trade.TradeEvent.CloseRequested;
import io.recio.domain.trade.TradeEvent.EntryEnded;
import io.recio.domain.trade.TradeEvent.EntryFilled;
import io.recio.domain.trade.TradeEvent.EntryRejected;
import io.recio.domain.trade.TradeEvent.SettlementAmended;
import io.recio.domain.trade.TradeEvent.TradeDenied;
import io.recio.domain.trade.TradeEvent.TradeExpired;
import io.recio.domain.trade.TradeEvent.TradeRequested;
import io.recio.domain.trade.TradeEvent.TradeSettled;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Which event may follow which state of a trade, and what it changes. */
final class TradeTransitions {

    private static final Set<TradeStatus> PENDING = EnumSet.of(TradeStatus.PENDING);
    private static final Set<TradeStatus> ALL_BUT_DENIED = EnumSet.complementOf(EnumSet.of(TradeStatus.DENIED));
    private static final Set<TradeStatus> SELLABLE = EnumSet.of(TradeStatus.OPEN, TradeStatus.CLOSING);
    private static final Set<TradeStatus> ONCE_FILLED =
            EnumSet.of(TradeStatus.OPEN, TradeStatus.CLOSING, TradeStatus.CLOSED, TradeStatus.EXPIRED);

    private TradeTransitions() {}

    static Trade apply(Trade trade, TradeEvent event) {
        return switch (event) {
            case TradeRequested requested -> throw forbidden(trade, requested);
            case TradeDenied denied -> denied(trade, denied);
            case EntryRejected rejected -> rejected(trade, rejected);
            case EntryFilled filled -> entryFilled(trade, filled);
            case EntryEnded ended -> entryEnded(trade, ended);
            case CloseRequested requested -> closeRequested(trade, requested);
            case CloseAdopted adopted -> closeAdopted(trade, adopted);
            case CloseFilled filled -> closeFilled(trade, filled);
            case CloseEnded ended -> closeEnded(trade, ended);
            case CloseAbandoned abandoned -> closeAbandoned(trade, abandoned);
            case TradeExpired expired -> expired(trade, expired);
            case TradeSettled settled -> settled(trade, settled);
            case SettlementAmended amended -> amended(trade, amended);
        };
    }

    private static Trade denied(Trade trade, TradeDenied denied) {
        require(trade, denied, PENDING);
        return refused(trade, new Refusal(true, denied.code(), denied.facts()));
    }

    private static Trade rejected(Trade trade, EntryRejected rejected) {
        require(trade, rejected, PENDING);
        if (trade.entry().filled().isPositive()) {
            throw new ForbiddenTradeEvent(
                    trade.id(),
                    "cannot take EntryRejected: its entry filled "
                            + trade.entry().filled());
        }
        return refused(
                withEntry(trade, trade.entry().endedWith(Quantity.ZERO)),
                new Refusal(false, rejected.code(), rejected.details()));
    }

    private static Trade entryFilled(Trade trade, EntryFilled filled) {
        require(trade, filled, ALL_BUT_DENIED);
        requireOf(trade, filled.fill(), trade.terms().side());
        Leg entry = trade.entry().filledBy(filled.fill());
        requireWithin(trade, entry);
        return withEntry(trade, entry);
    }

    private static Trade entryEnded(Trade trade, EntryEnded ended) {
        require(trade, ended, ALL_BUT_DENIED);
        Leg entry = trade.entry().endedWith(ended.filled());
        requireWithin(trade, entry);
        return withEntry(trade, entry);
    }

    private static Trade closeRequested(Trade trade, CloseRequested requested) {
        require(trade, requested, SELLABLE);
        List<Leg> closes = oneMore(trade, requested, requested.order(), requested.count());
        if (!requested.count().equals(trade.held()) || requested.count().isZero()) {
            throw new ForbiddenTradeEvent(
                    trade.id(), "must close the " + trade.held() + " it holds, was asked for " + requested.count());
        }
        return withCloses(trade, closes, Optional.of(requested.reason()), Optional.empty());
    }

    private static Trade closeAdopted(Trade trade, CloseAdopted adopted) {
        require(trade, adopted, ONCE_FILLED);
        List<Leg> closes = oneMore(trade, adopted, adopted.order(), adopted.count());
        if (!trade.held().isAtLeast(adopted.count())) {
            throw new ForbiddenTradeEvent(
                    trade.id(), "must close at most the " + trade.held() + " it holds, was told " + adopted.count());
        }
        return withCloses(trade, closes, trade.closeReason(), trade.keptBy());
    }

    private static List<Leg> oneMore(Trade trade, TradeEvent event, ClientOrderId order, Quantity count) {
        String refused = "cannot take " + event.getClass().getSimpleName() + ": ";
        trade.unresolvedClose().ifPresent(close -> {
            throw new ForbiddenTradeEvent(trade.id(), refused + "close order " + close.order() + " is unresolved");
        });
        if (trade.owns(order)) {
            throw new ForbiddenTradeEvent(trade.id(), refused + "order id " + order + " was used before");
        }
        List<Leg> closes = new ArrayList<>(trade.closes());
        closes.add(Leg.begun(order, count));
        return closes;
    }

    private static Trade closeFilled(Trade trade, CloseFilled filled) {
        require(trade, filled, ONCE_FILLED);
        requireOf(trade, filled.fill(), trade.terms().side().opposite());
        return withClose(trade, filled.order(), close -> close.filledBy(filled.fill()));
    }

    private static Trade closeEnded(Trade trade, CloseEnded ended) {
        require(trade, ended, ONCE_FILLED);
        return withClose(trade, ended.order(), close -> close.endedWith(ended.filled()));
    }

    private static Trade closeAbandoned(Trade trade, CloseAbandoned abandoned) {
        require(trade, abandoned, EnumSet.of(TradeStatus.CLOSING));
        return withCloses(trade, trade.closes(), trade.closeReason(), Optional.of(abandoned.by()));
    }

    private static Trade expired(Trade trade, TradeExpired expired) {
        require(trade, expired, SELLABLE);
        return with(trade, Optional.of(expired.marketClosedAt()), trade.settlement());
    }

    private static Trade settled(Trade trade, TradeSettled settled) {
        require(trade, settled, EnumSet.of(TradeStatus.EXPIRED));
        return with(trade, trade.expiredAt(), Optional.of(new Settlement(settled.yesValue(), settled.yesValue())));
    }

    private static Trade amended(Trade trade, SettlementAmended amended) {
        Settlement before = trade.settlement().orElseThrow(() -> forbidden(trade, amended));
        return with(trade, trade.expiredAt(), Optional.of(new Settlement(before.firstYesValue(), amended.yesValue())));
    }

    private static void require(Trade trade, TradeEvent event, Set<TradeStatus> from) {
        if (!from.contains(trade.status())) {
            throw forbidden(trade, event);
        }
    }

    private static void requireOf(Trade trade, Fill fill, Side bought) {
        if (!fill.ticker().equals(trade.terms().ticker()) || fill.boughtSide() != bought) {
            throw new ForbiddenTradeEvent(
                    trade.id(),
                    "expected a fill that bought " + bought + " of "
                            + trade.terms().ticker() + ", fill " + fill.id() + " bought " + fill.boughtSide() + " of "
                            + fill.ticker());
        }
    }

    private static void requireWithin(Trade trade, Leg leg) {
        if (!leg.count().isAtLeast(leg.filled())) {
            throw new ForbiddenTradeEvent(
                    trade.id(),
                    "order " + leg.order() + " must fill at most " + leg.count() + ", was filled " + leg.filled());
        }
    }

    private static ForbiddenTradeEvent forbidden(Trade trade, TradeEvent event) {
        return new ForbiddenTradeEvent(
                trade.id(), "cannot take " + event.getClass().getSimpleName() + " while " + trade.status());
    }

    private static Trade refused(Trade trade, Refusal refusal) {
        return new Trade(
                trade.terms(),
                trade.entry(),
                trade.closes(),
                trade.closeReason(),
                trade.keptBy(),
                Optional.of(refusal),
                trade.expiredAt(),
                trade.settlement());
    }

    /** Whatever is known to be filled disproves a rejection. */
    private static Trade withEntry(Trade trade, Leg entry) {
        return new Trade(
                trade.terms(),
                entry,
                trade.closes(),
                trade.closeReason(),
                trade.keptBy(),
                entry.filled().isPositive() ? Optional.empty() : trade.refusal(),
                trade.expiredAt(),
                trade.settlement());
    }

    private static Trade withClose(Trade trade, ClientOrderId order, UnaryOperator<Leg> change) {
        if (trade.closes().stream().noneMatch(close -> close.order().equals(order))) {
            throw new ForbiddenTradeEvent(trade.id(), "has no close order " + order);
        }
        List<Leg> closes = new ArrayList<>();
        for (Leg close : trade.closes()) {
            Leg changed = close.order().equals(order) ? change.apply(close) : close;
            requireWithin(trade, changed);
            closes.add(changed);
        }
        return withCloses(trade, closes, trade.closeReason(), trade.keptBy());
    }

    /** An abandoned sale that sold nothing leaves no reason behind. */
    private static Trade withCloses(
            Trade trade, List<Leg> closes, Optional<CloseReason> closeReason, Optional<String> keptBy) {
        boolean nothingSold = closes.stream()
                .allMatch(close -> close.isResolved() && close.filled().isZero());
        return new Trade(
                trade.terms(),
                trade.entry(),
                closes,
                keptBy.isPresent() && nothingSold ? Optional.empty() : closeReason,
                keptBy,
                trade.refusal(),
                trade.expiredAt(),
                trade.settlement());
    }

    private static Trade with(Trade trade, Optional<BusinessTime> expiredAt, Optional<Settlement> settlement) {
        return new Trade(
                trade.terms(),
                trade.entry(),
                trade.closes(),
                trade.closeReason(),
                trade.keptBy(),
                trade.refusal(),
                expiredAt,
                settlement);
    }
}
