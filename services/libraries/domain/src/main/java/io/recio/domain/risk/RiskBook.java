package io.recio.domain.risk;

import io.recio.domain.money.Money;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.trade.Trade;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What the account stands at, as far as a limit asks.
 *
 * @param entries when entries of the last minute and more were decided, sent or not
 * @param balance available on the market's shard
 * @param todayPnl realised and unrealised since the day began, as far as it is known; {@link RiskCalendar} says when
 * @param weekPnl the same since the week began
 * @param unrealised of which this much is not realised, and how much worse it may be
 */
public record RiskBook(
        Exposure exposure,
        List<BusinessTime> entries,
        Money balance,
        Money todayPnl,
        Money weekPnl,
        Unrealised unrealised,
        boolean killSwitchOn) {

    public RiskBook {
        entries = List.copyOf(entries);
    }

    /** From all trades that are not over. */
    public static RiskBook of(
            Collection<Trade> trades,
            List<BusinessTime> entries,
            Money balance,
            Money todayPnl,
            Money weekPnl,
            Unrealised unrealised,
            boolean killSwitchOn) {
        List<Holding> holdings = trades.stream()
                .filter(trade -> trade.status().isAtRisk())
                .map(Holding::of)
                .toList();
        return new RiskBook(new Exposure(holdings), entries, balance, todayPnl, weekPnl, unrealised, killSwitchOn);
    }

    /** As it stands once the entry is decided: filled at worst, and not yet paid. */
    public RiskBook with(RiskRequest.Entry entry) {
        List<Holding> holdings = new ArrayList<>(exposure.holdings());
        holdings.add(new Holding(
                entry.event(), entry.ticker(), entry.side(), true, entry.count(), entry.cost(), entry.cost()));
        List<BusinessTime> times = new ArrayList<>(entries);
        times.add(entry.at());
        return new RiskBook(new Exposure(holdings), times, balance, todayPnl, weekPnl, unrealised, killSwitchOn);
    }
}
