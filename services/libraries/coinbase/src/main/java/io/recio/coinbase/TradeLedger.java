package io.recio.coinbase;

import io.recio.coinbase.FeedFrame.HeartbeatFrame;
import io.recio.coinbase.FeedFrame.TradeChannel;
import io.recio.coinbase.FeedFrame.TradeFrame;
import io.recio.coinbase.FeedMessage.TradesMissed;
import io.recio.domain.time.BusinessTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * What one product's feed has shown of its trades: the newest, and the holes in between.
 *
 * <p>Trade ids rise by one per trade, so a heartbeat or a later trade proves those that did not come. A hole gets a second
 * of the feed's own time to close, because ticker and matches may overtake each other; then it is handed over. The
 * ledger outlives connections, so an outage is a hole as well.
 */
final class TradeLedger {

    /** How a trade stands to those seen before. */
    enum Standing {
        NEWEST,
        /** Closes a hole. */
        LATE,
        /** Seen before, or handed over as missed. */
        KNOWN,
        /** Its sequence does not rise above the last of its channel. */
        STALE
    }

    private record Hole(long from, long to, BusinessTime since) {}

    static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Logger LOG = Logger.getLogger(TradeLedger.class);

    private static final long NONE = -1;

    private final ProductId product;
    private final Map<TradeChannel, Long> sequences = new EnumMap<>(TradeChannel.class);
    private final List<Hole> holes = new ArrayList<>();

    private long heartbeatSequence = NONE;
    private BusinessTime heartbeatTime = BusinessTime.ofEpochSecond(0);
    private boolean numberingChecked;

    private long newest = NONE;
    private BusinessTime newestTime = BusinessTime.ofEpochSecond(0);
    /** The highest id proven to exist: seen, in a hole, or handed over. */
    private long highest = NONE;

    private BusinessTime feedTime = BusinessTime.ofEpochSecond(0);

    TradeLedger(ProductId product) {
        this.product = product;
    }

    /** A new connection: sequences may begin anew. */
    void connected() {
        sequences.clear();
        heartbeatSequence = NONE;
        numberingChecked = false;
    }

    Standing trade(TradeFrame frame) {
        if (frame.sequence() <= sequences.getOrDefault(frame.channel(), NONE)) {
            return Standing.STALE;
        }
        sequences.put(frame.channel(), frame.sequence());
        Trade trade = frame.trade();
        checkNumbering(trade);
        if (trade.id() <= newest) {
            return closeHole(trade.id()) ? Standing.LATE : Standing.KNOWN;
        }
        feedTime = trade.time();
        prove(trade);
        newest = trade.id();
        newestTime = trade.time();
        return Standing.NEWEST;
    }

    /** Whether the heartbeat is news; false for a stale one. */
    boolean heartbeat(HeartbeatFrame frame) {
        boolean older = frame.sequence() < heartbeatSequence;
        boolean repeated =
                frame.sequence() == heartbeatSequence && !frame.time().isAfter(heartbeatTime);
        if (older || repeated) {
            return false;
        }
        heartbeatSequence = frame.sequence();
        heartbeatTime = frame.time();
        feedTime = frame.time();
        if (highest != NONE) {
            open(highest + 1, frame.lastTradeId());
        }
        highest = Math.max(highest, frame.lastTradeId());
        return true;
    }

    /** Hands over the holes that have waited long enough. */
    List<TradesMissed> overdue() {
        if (holes.isEmpty()) {
            return List.of();
        }
        List<TradesMissed> missed = new ArrayList<>();
        holes.removeIf(hole -> {
            boolean due = hole.since.until(feedTime).compareTo(PATIENCE) >= 0;
            if (due) {
                missed.add(new TradesMissed(product, hole.from, hole.to));
            }
            return due;
        });
        return missed;
    }

    /** A later trade with a lower id at the start of a connection: the exchange counts anew, so do we. */
    private void checkNumbering(Trade first) {
        if (!numberingChecked && first.id() < newest && first.time().isAfter(newestTime)) {
            LOG.warnf("Trade ids began anew product=%s last=%d now=%d", product, newest, first.id());
            newest = NONE;
            highest = NONE;
            holes.clear();
        }
        numberingChecked = true;
    }

    private void prove(Trade trade) {
        if (newest == NONE) {
            open(trade.id() + 1, highest);
        } else {
            open(highest + 1, trade.id() - 1);
            closeHole(trade.id());
        }
        highest = Math.max(highest, trade.id());
    }

    private void open(long from, long to) {
        if (from <= to) {
            holes.add(new Hole(from, to, feedTime));
        }
    }

    private boolean closeHole(long id) {
        for (ListIterator<Hole> each = holes.listIterator(); each.hasNext(); ) {
            Hole hole = each.next();
            if (hole.from <= id && id <= hole.to) {
                each.remove();
                if (hole.from < id) {
                    each.add(new Hole(hole.from, id - 1, hole.since));
                }
                if (id < hole.to) {
                    each.add(new Hole(id + 1, hole.to, hole.since));
                }
                return true;
            }
        }
        return false;
    }
}
