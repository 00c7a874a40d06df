package io.recio.pricewatchdog.watch;

import io.recio.coinbase.FeedMessage.Connected;
import io.recio.coinbase.FeedMessage.Disconnected;
import io.recio.coinbase.FeedMessage.FeedError;
import io.recio.coinbase.FeedMessage.HeartbeatSeen;
import io.recio.coinbase.FeedMessage.LateTradeSeen;
import io.recio.coinbase.FeedMessage.TradeSeen;
import io.recio.coinbase.FeedMessage.TradesMissed;
import io.recio.coinbase.Trade;
import io.recio.domain.price.IndexValue;
import io.recio.domain.price.PriceQuality;
import io.recio.domain.price.PriceSecond;
import io.recio.domain.price.PriceSnapshot;
import io.recio.domain.price.PriceWindow;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.price.Symbol;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemTime;
import io.recio.pricewatchdog.alert.PriceAlert;
import io.recio.pricewatchdog.alert.PriceAlerts;
import io.recio.pricewatchdog.backfill.Answer;
import io.recio.pricewatchdog.bar.MinuteBars;
import io.recio.pricewatchdog.feed.FeedWatch;
import io.recio.pricewatchdog.track.PriceTrack;
import io.recio.storage.price.FeedState;
import io.recio.storage.price.LatestPrice;
import io.recio.storage.system.AlertStore.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes what comes in, in order, and keeps track, minutes, feed state and alerts in step. */
final class SymbolWatch {

    private static final Logger LOG = Logger.getLogger(SymbolWatch.class);

    /** A message from further ahead is not believed: it would push all that is known out of the window. */
    private static final Duration FURTHEST_AHEAD = Duration.ofMinutes(1);

    private static final int INDEX_SECONDS_KEPT = 4096;

    private final Symbol symbol;
    private final PriceTrack track;
    private final History history;
    private final PriceAlerts prices;
    private final int moveSeconds;
    private final WatchFigures figures;
    private final SystemTime openedAt;
    private final FeedWatch feed = new FeedWatch();
    private final MinuteBars bars = new MinuteBars();
    private final List<PriceAlert> alerts = new ArrayList<>();
    private final NavigableMap<Long, SpotPrice> indexSeconds = new TreeMap<>();

    private @Nullable IndexValue index;
    private @Nullable BusinessTime interruptedAt;
    private boolean begun;
    private boolean disbelieved;
    private long trades;

    /**
     * @param moveSeconds the window of {@code prices} for moves
     * @param openedAt when the feed was opened
     */
    SymbolWatch(
            Symbol symbol,
            PriceTrack track,
            History history,
            PriceAlerts prices,
            int moveSeconds,
            WatchFigures figures,
            SystemTime openedAt) {
        this.symbol = symbol;
        this.track = track;
        this.history = history;
        this.prices = prices;
        this.moveSeconds = moveSeconds;
        this.figures = figures;
        this.openedAt = openedAt;
    }

    void take(Inbound message, BusinessTime now) {
        switch (message) {
            case Inbound.FeedHeard heard -> feed(heard);
            case Inbound.Answered answered -> answer(answered.answer(), now);
            case Inbound.IndexHeard heard -> index(heard.value(), now);
        }
    }

    /** Looks at what time alone brings: a silence that lasts. */
    void look(BusinessTime now, SystemTime systemNow) {
        if (feed.isSilent(now, systemNow)) {
            prices.silence(feed.timelyAt().orElse(openedAt).until(systemNow), now)
                    .ifPresent(alerts::add);
        }
        history.minutes(bars);
    }

    FeedState state(BusinessTime now, SystemTime systemNow) {
        return feed.state(now, systemNow, history.isStarting());
    }

    /** The newest price as it is to be written; absent until the feed brought one. */
    Optional<LatestPrice> latest(BusinessTime now, SystemTime systemNow) {
        PriceWindow window = track.window();
        return feed.pulse()
                .flatMap(pulse -> window.snapshot(pulse, Optional.ofNullable(index)))
                .map(snapshot ->
                        latest(snapshot, state(now, systemNow), feed.timelyAt().orElse(systemNow)));
    }

    /** What people should know since this was last asked. */
    List<PriceAlert> takeAlerts() {
        List<PriceAlert> taken = List.copyOf(alerts);
        alerts.clear();
        return taken;
    }

    /** The settlement index in that second, if it was heard. */
    Optional<SpotPrice> indexAt(BusinessTime second) {
        return Optional.ofNullable(indexSeconds.get(second.epochSecond()));
    }

    /** Trades of the feed so far. */
    long trades() {
        return trades;
    }

    Optional<BusinessTime> heardAt() {
        return feed.heardAt();
    }

    private void feed(Inbound.FeedHeard heard) {
        switch (heard.message()) {
            case TradeSeen seen -> {
                if (isBelieved(seen.trade().time(), heard)) {
                    trade(seen.trade());
                }
            }
            case HeartbeatSeen beat -> {
                if (isBelieved(beat.time(), heard)) {
                    track.heard(beat.lastTradeId(), beat.time());
                    feed.heartbeat(beat);
                    bars.heard(beat.time());
                }
            }
            case LateTradeSeen late -> {
                track.late(late.trade());
                bars.lost(late.trade().time(), late.trade().time());
            }
            case TradesMissed missed -> {
                history.missed(missed, heard.now());
                feed.heardAt().ifPresent(at -> bars.lost(at.minus(Duration.ofSeconds(MinuteBars.GRACE)), at));
            }
            case Disconnected _ -> {
                track.lost();
                interruptedAt = feed.heardAt().orElse(null);
            }
            case Connected _, FeedError _ -> {}
        }
    }

    private boolean isBelieved(BusinessTime time, Inbound.FeedHeard heard) {
        if (heard.now().until(time).compareTo(FURTHEST_AHEAD) > 0) {
            if (!disbelieved) {
                LOG.warnf(
                        "Passing over messages of the feed from the future symbol=%s time=%s now=%s",
                        symbol, time, heard.now());
            }
            disbelieved = true;
            return false;
        }
        disbelieved = false;
        BusinessTime before = feed.heardAt().orElse(null);
        if (interruptedAt != null) {
            bars.lost(interruptedAt, time);
            interruptedAt = null;
        }
        boolean timely = feed.heard(time, heard.now(), heard.arrivedAt());
        if (timely) {
            figures.heard();
        }
        prices.heard(before, time, timely).ifPresent(alerts::add);
        return true;
    }

    private void trade(Trade trade) {
        track.seen(trade);
        feed.trade(trade);
        bars.add(trade);
        trades++;
        if (!begun) {
            begun = true;
            history.begin(trade);
        }
        alerts.addAll(prices.price(trade.price(), track.window().percentSince(moveSeconds), trade.time()));
    }

    private void answer(Answer answer, BusinessTime now) {
        switch (answer) {
            case Answer.TradePage page -> history.trades(page).ifPresent(feed::filled);
            case Answer.CandlePage page -> history.candles(page);
            case Answer.Done done -> history.ended(done.request());
            case Answer.Failed failed -> {
                history.failed(failed.request(), now);
                alerts.add(new PriceAlert(
                        Severity.WARNING,
                        "BACKFILL_FAILED",
                        symbol + " price history could not be filled from the exchange",
                        Map.of("symbol", symbol.value(), "reason", failed.reason()),
                        now));
            }
        }
    }

    private void index(IndexValue value, BusinessTime now) {
        if (now.until(value.at()).compareTo(FURTHEST_AHEAD) > 0) {
            return;
        }
        index = value;
        indexSeconds.put(value.at().epochSecond(), value.price());
        indexSeconds.headMap(indexSeconds.lastKey() - INDEX_SECONDS_KEPT).clear();
    }

    private LatestPrice latest(PriceSnapshot snapshot, FeedState state, SystemTime receivedAt) {
        SpotPrice price = snapshot.price();
        BusinessTime at = snapshot.at();
        return new LatestPrice(
                snapshot,
                track.newestTrade().map(trade -> OptionalLong.of(trade.id())).orElseGet(OptionalLong::empty),
                track.window()
                        .newestSecond()
                        .flatMap(track.window()::second)
                        .map(PriceSecond::quality)
                        .orElse(PriceQuality.QUIET),
                state,
                history.change(Duration.ofHours(1), price, at),
                history.change(Duration.ofHours(3), price, at),
                history.change(Duration.ofDays(1), price, at),
                receivedAt);
    }
}
