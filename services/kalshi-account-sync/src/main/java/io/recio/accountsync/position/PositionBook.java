package io.recio.accountsync.position;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.time.BusinessTime;
import io.recio.kalshi.model.AccountPosition;
import io.recio.kalshi.model.NetPosition;
import io.recio.kalshi.model.SocketMessage.PositionUpdated;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is held in each market, from three voices that come in no fixed order (EXCHANGES, section C3).
 *
 * <ul>
 *   <li>A <b>fill</b> carries the position after it and the exchange's time: the newest one counts.
 *   <li>A <b>position frame</b> carries no time and may be older than a fill already seen: it brings money figures when it
 *       agrees, and otherwise only the wish to look.
 *   <li>A <b>read</b> corrects both, unless its own time is older than a fill heard within the last seconds, which reads
 *       may not show yet.
 * </ul>
 *
 * Each method answers with the rows that changed. Not thread-safe.
 */
public final class PositionBook {

    /** How long a read may not know yet what the stream has told. */
    static final Duration VISIBILITY = Duration.ofSeconds(5);

    private final Map<MarketTicker, HeldPosition> positions = new TreeMap<>();
    private final Map<MarketTicker, Long> heardAt = new HashMap<>();

    public PositionBook(Collection<HeldPosition> recorded) {
        recorded.forEach(position -> positions.put(position.ticker(), position));
    }

    /** The markets in which something is held. */
    public Set<MarketTicker> held() {
        Set<MarketTicker> tickers = new TreeSet<>();
        positions.values().stream().filter(HeldPosition::isHeld).forEach(position -> tickers.add(position.ticker()));
        return tickers;
    }

    public Optional<HeldPosition> of(MarketTicker ticker) {
        return Optional.ofNullable(positions.get(ticker));
    }

    /** A fill not seen before left this position behind. */
    public Optional<HeldPosition> filled(MarketTicker ticker, NetPosition after, BusinessTime at, long nanos) {
        HeldPosition known = positions.get(ticker);
        heardAt.put(ticker, nanos);
        if (known != null && at.isBefore(known.exchangeAt())) {
            return Optional.empty();
        }
        return changed(known == null ? HeldPosition.none(ticker, at).holding(after, at) : known.holding(after, at));
    }

    /** Whether the frame agrees with what we hold; if not, positions should be read. */
    public boolean agrees(PositionUpdated told) {
        return of(told.ticker())
                .map(HeldPosition::position)
                .orElse(NetPosition.FLAT)
                .equals(told.position());
    }

    /** Takes the money figures of a frame that agrees. */
    public Optional<HeldPosition> told(PositionUpdated told) {
        HeldPosition known = positions.get(told.ticker());
        if (known == null || !agrees(told)) {
            return Optional.empty();
        }
        return changed(known.withMoney(told.cost(), told.realizedPnl(), told.feesPaid()));
    }

    /**
     * Takes positions as read.
     *
     * @param every whether these are all there are, so that a market that is not among them holds nothing
     * @param startedNanos when the read began, on the monotonic clock
     */
    public List<HeldPosition> read(List<AccountPosition> all, boolean every, long startedNanos) {
        List<HeldPosition> changes = new ArrayList<>();
        Set<MarketTicker> missing = every ? held() : new TreeSet<>();
        for (AccountPosition told : all) {
            missing.remove(told.ticker());
            HeldPosition known = positions.get(told.ticker());
            if (known == null
                    || !told.updatedAt().isBefore(known.exchangeAt())
                    || isVisible(told.ticker(), startedNanos)) {
                changed(new HeldPosition(
                                told.ticker(),
                                told.position(),
                                told.exposure(),
                                told.realizedPnl(),
                                told.feesPaid(),
                                told.updatedAt()))
                        .ifPresent(changes::add);
            }
        }
        for (MarketTicker ticker : missing) {
            HeldPosition known = positions.get(ticker);
            if (known != null && isVisible(ticker, startedNanos)) {
                changed(known.flat(known.exchangeAt())).ifPresent(changes::add);
            }
        }
        return changes;
    }

    /** The market was paid out: nothing is held any more. */
    public Optional<HeldPosition> settled(MarketTicker ticker, BusinessTime at) {
        HeldPosition known = positions.get(ticker);
        if (known == null || !known.isHeld() || at.isBefore(known.exchangeAt())) {
            return Optional.empty();
        }
        return changed(known.flat(at));
    }

    /** Whether what the stream last told of the market is old enough to be in a read that began then. */
    private boolean isVisible(MarketTicker ticker, long startedNanos) {
        Long heard = heardAt.get(ticker);
        return heard == null || startedNanos - heard > VISIBILITY.toNanos();
    }

    private Optional<HeldPosition> changed(HeldPosition after) {
        HeldPosition before = positions.put(after.ticker(), after);
        return after.equals(before) ? Optional.empty() : Optional.of(after);
    }
}
