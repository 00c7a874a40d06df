package io.recio.domain.risk;

import io.recio.domain.money.Money;
import io.recio.domain.money.Quantity;
import io.recio.domain.risk.RiskDecision.Allowed;
import io.recio.domain.risk.RiskDecision.Denied;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Holds a request against the limits; pure, and run inside the transaction that creates the intent. */
public final class RiskCheck {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Allowed ALLOWED = new Allowed();

    private RiskCheck() {}

    /** Allowed, or denied by the first limit it breaks. Closes are always allowed. */
    public static RiskDecision check(RiskRequest request, RiskBook book, RiskLimits limits) {
        return switch (request) {
            case RiskRequest.Close close -> ALLOWED;
            case RiskRequest.Entry entry -> check(entry, book, limits);
        };
    }

    /** Whether the known losses of the day or week trip the kill switch; asked after every change of PnL. */
    public static Optional<KillSwitchTrip> losses(RiskBook book, RiskLimits limits) {
        return losses(book, limits, Money.ZERO);
    }

    /**
     * Whether they would if every live trade without a valuation lost all it holds. A moment of that is nothing, a valuation
     * comes twice a second; when it lasts it must be taken as true.
     */
    public static Optional<KillSwitchTrip> lossesInDoubt(RiskBook book, RiskLimits limits) {
        return losses(book, limits, book.unrealised().doubt());
    }

    private static Optional<KillSwitchTrip> losses(RiskBook book, RiskLimits limits, Money doubt) {
        return Stream.<Supplier<Optional<Denied>>>of(
                        () -> dailyLoss(book, limits, doubt), () -> weeklyLoss(book, limits, doubt))
                .flatMap(check -> check.get().stream())
                .findFirst()
                .map(denied -> new KillSwitchTrip(denied.code(), denied.facts()));
    }

    /** All doubt counts as lost here: an entry can wait. */
    private static RiskDecision check(RiskRequest.Entry entry, RiskBook book, RiskLimits limits) {
        Money doubt = book.unrealised().doubt().plus(book.unrealised().settling());
        return Stream.<Supplier<Optional<Denied>>>of(
                        () -> killSwitch(book),
                        () -> dailyLoss(book, limits, doubt),
                        () -> weeklyLoss(book, limits, doubt),
                        () -> oppositeSide(entry, book),
                        () -> contractsPerOrder(entry, limits),
                        () -> contractsPerMarket(entry, book, limits),
                        () -> contractsPerEvent(entry, book, limits),
                        () -> exposure(entry, book, limits),
                        () -> openTrades(book, limits),
                        () -> entriesPerMinute(entry, book, limits),
                        () -> balance(entry, book, limits))
                .flatMap(check -> check.get().stream())
                .map(RiskDecision.class::cast)
                .findFirst()
                .orElse(ALLOWED);
    }

    private static Optional<Denied> killSwitch(RiskBook book) {
        return deniedIf(book.killSwitchOn(), DenialCode.KILL_SWITCH_ON, Map.of());
    }

    private static Optional<Denied> dailyLoss(RiskBook book, RiskLimits limits, Money doubt) {
        return loss(book.todayPnl(), doubt, limits.dailyLoss(), DenialCode.DAILY_LOSS_LIMIT_REACHED);
    }

    private static Optional<Denied> weeklyLoss(RiskBook book, RiskLimits limits, Money doubt) {
        return loss(book.weekPnl(), doubt, limits.weeklyLoss(), DenialCode.WEEKLY_LOSS_LIMIT_REACHED);
    }

    private static Optional<Denied> loss(Money known, Money doubt, Money limit, DenialCode code) {
        Money pnl = known.plus(doubt);
        SortedMap<String, String> facts = new TreeMap<>(Map.of("pnl", pnl.toString(), "limit", limit.toString()));
        if (!doubt.isZero()) {
            facts.put("inDoubt", doubt.toString());
        }
        return deniedIf(!pnl.isAbove(limit.negated()), code, facts);
    }

    private static Optional<Denied> oppositeSide(RiskRequest.Entry entry, RiskBook book) {
        boolean held = book.exposure().holdings().stream()
                .anyMatch(holding -> holding.ticker().equals(entry.ticker()) && holding.side() != entry.side());
        return deniedIf(
                held,
                DenialCode.OPPOSITE_SIDE_HELD,
                Map.of(
                        "ticker",
                        entry.ticker().value(),
                        "held",
                        entry.side().opposite().name()));
    }

    private static Optional<Denied> contractsPerOrder(RiskRequest.Entry entry, RiskLimits limits) {
        return above(entry.count(), limits.contractsPerOrder(), DenialCode.CONTRACTS_PER_ORDER_ABOVE_LIMIT, Map.of());
    }

    private static Optional<Denied> contractsPerMarket(RiskRequest.Entry entry, RiskBook book, RiskLimits limits) {
        return above(
                book.exposure().in(entry.ticker()).plus(entry.count()),
                limits.contractsPerMarket(),
                DenialCode.CONTRACTS_PER_MARKET_ABOVE_LIMIT,
                Map.of("requested", entry.count().toString()));
    }

    private static Optional<Denied> contractsPerEvent(RiskRequest.Entry entry, RiskBook book, RiskLimits limits) {
        return above(
                book.exposure().in(entry.event()).plus(entry.count()),
                limits.contractsPerEvent(),
                DenialCode.CONTRACTS_PER_EVENT_ABOVE_LIMIT,
                Map.of("requested", entry.count().toString()));
    }

    private static Optional<Denied> exposure(RiskRequest.Entry entry, RiskBook book, RiskLimits limits) {
        Money total = book.exposure().total().plus(entry.cost());
        return deniedIf(
                total.isAbove(limits.totalExposure()),
                DenialCode.EXPOSURE_ABOVE_LIMIT,
                Map.of(
                        "exposure", total.toString(),
                        "limit", limits.totalExposure().toString(),
                        "requested", entry.cost().toString()));
    }

    private static Optional<Denied> openTrades(RiskBook book, RiskLimits limits) {
        int trades = book.exposure().openTrades() + 1;
        return deniedIf(
                trades > limits.openTrades(),
                DenialCode.OPEN_TRADES_ABOVE_LIMIT,
                Map.of("trades", Integer.toString(trades), "limit", Integer.toString(limits.openTrades())));
    }

    private static Optional<Denied> entriesPerMinute(RiskRequest.Entry entry, RiskBook book, RiskLimits limits) {
        long entries = 1
                + book.entries().stream()
                        .filter(at -> at.until(entry.at()).compareTo(MINUTE) < 0)
                        .count();
        return deniedIf(
                entries > limits.entriesPerMinute(),
                DenialCode.ENTRIES_PER_MINUTE_ABOVE_LIMIT,
                Map.of("entries", Long.toString(entries), "limit", Integer.toString(limits.entriesPerMinute())));
    }

    private static Optional<Denied> balance(RiskRequest.Entry entry, RiskBook book, RiskLimits limits) {
        Money left = book.balance().minus(book.exposure().unpaid()).minus(entry.cost());
        return deniedIf(
                left.isBelow(limits.balanceReserve()),
                DenialCode.BALANCE_BELOW_RESERVE,
                Map.of(
                        "balance", book.balance().toString(),
                        "left", left.toString(),
                        "reserve", limits.balanceReserve().toString()));
    }

    private static Optional<Denied> above(
            Quantity contracts, Quantity limit, DenialCode code, Map<String, String> more) {
        if (limit.isAtLeast(contracts)) {
            return Optional.empty();
        }
        SortedMap<String, String> facts = new TreeMap<>(more);
        facts.put("contracts", contracts.toString());
        facts.put("limit", limit.toString());
        return Optional.of(new Denied(code, facts));
    }

    private static Optional<Denied> deniedIf(boolean broken, DenialCode code, Map<String, String> facts) {
        return broken ? Optional.of(Denied.of(code, facts)) : Optional.empty();
    }
}
