package io.recio.pricewatchdog.watch;

import io.recio.coinbase.Candle;
import io.recio.coinbase.FeedMessage.TradesMissed;
import io.recio.coinbase.Trade;
import io.recio.domain.price.PriceSecond;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.price.Symbol;
import io.recio.domain.time.BusinessTime;
import io.recio.pricewatchdog.backfill.Answer;
import io.recio.pricewatchdog.backfill.Request;
import io.recio.pricewatchdog.bar.Changes;
import io.recio.pricewatchdog.bar.MinuteBars;
import io.recio.pricewatchdog.track.OutageRows;
import io.recio.pricewatchdog.track.PriceTrack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What happened before, or while nobody listened: loaded from our own log, asked of the exchange, put into the track. */
final class History {

    private static final Logger LOG = Logger.getLogger(History.class);

    /** The longest look-back of a price, an hour of volatility, and a minute to spare. */
    private static final Duration WINDOW = Duration.ofMinutes(61);

    private final Symbol symbol;
    private final PriceTrack track;
    private final PriceStore store;
    private final Consumer<Request> exchange;
    private final Duration depth;
    private final Changes changes = new Changes();
    private final OutageRows outage;
    private final List<Request> pending = new ArrayList<>();

    private @Nullable BusinessTime lastSecond;
    private @Nullable BusinessTime firstHole;
    private @Nullable BusinessTime lastBar;
    private Request.@Nullable Trades start;

    /**
     * @param exchange takes requests; their answers come back through the inbox
     * @param depth how far back candles are asked for
     */
    History(Symbol symbol, PriceTrack track, PriceStore store, Consumer<Request> exchange, Duration depth) {
        this.symbol = symbol;
        this.track = track;
        this.store = store;
        this.exchange = exchange;
        this.depth = depth;
        this.outage = new OutageRows(symbol);
    }

    /** Loads what we wrote before. */
    void load(BusinessTime now) {
        BusinessTime windowStart = now.minus(WINDOW);
        List<PriceSecond> seconds = store.seconds(symbol, windowStart, now);
        track.restore(seconds);
        lastSecond = store.newestSecond(symbol, now).orElse(null);
        firstHole = firstHole(seconds, windowStart);
        List<Candle> known = store.bars(symbol, now.minus(depth), now);
        changes.add(known);
        lastBar = known.isEmpty() ? null : known.getLast().start();
        LOG.infof(
                "Loaded price history symbol=%s seconds=%d newestSecond=%s bars=%d",
                symbol, seconds.size(), lastSecond, known.size());
    }

    /** The feed's first trade: everything between our log and it is missing. */
    void begin(Trade first) {
        BusinessTime windowStart = first.time().minus(WINDOW);
        BusinessTime written = lastSecond;
        BusinessTime from = firstHole == null ? windowStart : later(firstHole, windowStart);
        start = new Request.Trades(1, first.id() - 1, from);
        ask(start);
        BusinessTime deepest = first.time().minus(depth);
        BusinessTime candlesFrom = lastBar == null ? deepest : later(earlier(lastBar, from), deepest);
        if (written != null && written.isBefore(windowStart)) {
            outage.between(written, windowStart);
            candlesFrom = later(earlier(candlesFrom, written), deepest);
        }
        ask(new Request.Candles(candlesFrom, first.time()));
    }

    void missed(TradesMissed missed, BusinessTime now) {
        LOG.infof("Asking for missed trades symbol=%s from=%d to=%d", symbol, missed.from(), missed.to());
        ask(new Request.Trades(missed.from(), missed.to(), now.minus(WINDOW)));
    }

    /** Keeps the minutes that have ended, and asks for those that were not heard whole. */
    void minutes(MinuteBars bars) {
        keep(bars.ended());
        bars.missing().ifPresent(missing -> ask(new Request.Candles(missing.from(), missing.to())));
    }

    /** @return the page's newest trade */
    Optional<Trade> trades(Answer.TradePage page) {
        track.filled(page.trades());
        return page.trades().isEmpty()
                ? Optional.empty()
                : Optional.of(page.trades().getLast());
    }

    void candles(Answer.CandlePage page) {
        keep(page.candles());
        track.filledFromCandles(page.candles());
        outage.add(page.candles());
    }

    /** A request is over; once none is left, what is still missing stays so and is drawn for charts. */
    void ended(Request request) {
        pending.remove(request);
        if (request.equals(start)) {
            start = null;
            LOG.infof("Filled the price history symbol=%s", symbol);
        }
        if (pending.isEmpty()) {
            track.interpolate();
        }
    }

    /** A request was given up: minutes must do where trades cannot be had. */
    void failed(Request request, BusinessTime now) {
        if (request instanceof Request.Trades trades) {
            ask(new Request.Candles(later(trades.notBefore(), now.minus(WINDOW)), now));
        }
        ended(request);
    }

    /** Whether what came before the feed's first trade is still being asked for. */
    boolean isStarting() {
        return start != null;
    }

    /** Whether trades are awaited: each page changes what rests on the seconds before, so history is written after the last. */
    boolean awaitsTrades() {
        return pending.stream().anyMatch(Request.Trades.class::isInstance);
    }

    /** Rows of an outage longer than the window; empty when none are left. */
    List<PriceSecond> outageRows(int limit) {
        return outage.next(limit);
    }

    boolean hasOutageRows() {
        return outage.hasNext();
    }

    OptionalDouble change(Duration back, SpotPrice price, BusinessTime now) {
        return changes.percentSince(back, price, now);
    }

    /** The first second of the window without a row, drawn ones included: they were asked for before. */
    private static BusinessTime firstHole(List<PriceSecond> seconds, BusinessTime windowStart) {
        BusinessTime expected = BusinessTime.ofEpochSecond(windowStart.epochSecond() + 1);
        for (PriceSecond second : seconds) {
            if (second.at().isAfter(expected)) {
                break;
            }
            expected = second.at().plus(Duration.ofSeconds(1));
        }
        return expected;
    }

    private void keep(List<Candle> bars) {
        if (!bars.isEmpty()) {
            store.writeBars(symbol, bars);
            changes.add(bars);
        }
    }

    private void ask(Request request) {
        pending.add(request);
        exchange.accept(request);
    }

    private static BusinessTime later(BusinessTime one, BusinessTime other) {
        return one.isBefore(other) ? other : one;
    }

    private static BusinessTime earlier(BusinessTime one, BusinessTime other) {
        return one.isBefore(other) ? one : other;
    }
}
