package io.recio.simulator.kalshi.exchange;

import io.recio.domain.market.MarketStatus;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.time.BusinessTime;
import io.recio.simulator.kalshi.exchange.ExchangeEvent.EventCreated;
import io.recio.simulator.kalshi.exchange.ExchangeEvent.IndexPublished;
import io.recio.simulator.kalshi.exchange.ExchangeEvent.MarketCreated;
import io.recio.simulator.kalshi.exchange.ExchangeEvent.MarketDetermined;
import io.recio.simulator.kalshi.exchange.ExchangeEvent.MarketSettled;
import io.recio.simulator.kalshi.exchange.ExchangeEvent.PositionChanged;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * The hours of one series: creates each event ahead, opens and closes it by the clock, determines it by the average of
 * the index, settles it after the timer, and lets its books live in between (EXCHANGES, sections A5 and E).
 */
final class HourCycle {

    private static final Duration CREATED_AHEAD = Duration.ofMinutes(5);
    private static final Duration KEPT = Duration.ofHours(26);

    private final SeriesSpec series;
    private final Markets markets;
    private final Account account;
    private final Matcher matcher;
    private final IndexWindow index;
    private final Consumer<ExchangeEvent> outbox;
    private final long seed;
    private final UnderlyingSight sight;
    private final List<HourlyEvent> events = new ArrayList<>();
    private final Map<HourlyEvent, CrowdFlow> crowds = new HashMap<>();

    HourCycle(
            SeriesSpec series,
            Markets markets,
            Account account,
            Matcher matcher,
            IndexWindow index,
            Consumer<ExchangeEvent> outbox,
            long seed) {
        this.series = series;
        this.markets = markets;
        this.account = account;
        this.matcher = matcher;
        this.index = index;
        this.outbox = outbox;
        this.seed = seed ^ series.ticker().value().hashCode() * 0x9E3779B97F4A7C15L;
        this.sight = new UnderlyingSight(series, index);
    }

    /** Begins in the middle of things: the running hour is open and has traded. */
    void start(BusinessTime now) {
        sight.warmUp(now);
        BusinessTime closesAt = nextClose(now);
        HourlyEvent running = create(closesAt, closesAt.minus(series.every()));
        open(running, now);
        crowds.get(running).pretendHistory(running.opensAt().until(now));
    }

    /** Lives through one second. */
    void step(BusinessTime second, boolean trading) {
        SpotPrice value = sight.observe(second);
        outbox.accept(new IndexPublished(series, index, value, second));
        createAhead(second);
        for (HourlyEvent event : List.copyOf(events)) {
            advance(event, second, trading);
        }
    }

    private void advance(HourlyEvent event, BusinessTime second, boolean trading) {
        if (event.status() == MarketStatus.INITIALIZED && !second.isBefore(event.opensAt())) {
            open(event, second);
        }
        if (event.status() == MarketStatus.ACTIVE && !second.isBefore(event.closesAt())) {
            close(event, second);
        }
        if (event.status() == MarketStatus.ACTIVE && trading) {
            crowds.get(event).step(sight.of(event, second), second);
        }
        if (event.status() == MarketStatus.CLOSED && !second.isBefore(event.determinesAt())) {
            event.determine(index.settlementValue(series.symbol(), event.closesAt()));
            event.markets().forEach(market -> outbox.accept(new MarketDetermined(market, second)));
        }
        if (event.status() == MarketStatus.DETERMINED && !second.isBefore(event.settlesAt())) {
            settle(event, second);
        }
        if (event.status() == MarketStatus.FINALIZED
                && event.closesAt().plus(KEPT).isBefore(second)
                && !account.knows(event)) {
            events.remove(event);
            markets.remove(event);
        }
    }

    private void createAhead(BusinessTime second) {
        BusinessTime closesAt = nextClose(second.plus(CREATED_AHEAD));
        boolean known =
                markets.event(TickerGrammar.event(series.ticker(), closesAt)).isPresent();
        if (!known) {
            HourlyEvent event = create(closesAt, second);
            outbox.accept(new EventCreated(event, second));
            event.markets().forEach(market -> outbox.accept(new MarketCreated(market, second)));
        }
    }

    private HourlyEvent create(BusinessTime closesAt, BusinessTime at) {
        SplittableRandom random = new SplittableRandom(seed + closesAt.epochSecond());
        HourlyEvent event = new HourlyEvent(series, at, closesAt, index.at(series.symbol(), at), random);
        markets.add(event);
        events.add(event);
        crowds.put(event, new CrowdFlow(event, matcher, random.split()));
        return event;
    }

    private void open(HourlyEvent event, BusinessTime now) {
        event.open();
        crowds.get(event).open(sight.of(event, now), now);
    }

    private void close(HourlyEvent event, BusinessTime now) {
        account.restingOrders().stream()
                .filter(order -> order.market().event() == event)
                .forEach(order -> matcher.cancel(order, AccountOrder.Reason.CLOSE_CANCEL, now));
        event.close();
        crowds.remove(event);
        event.markets().forEach(HourlyMarket::clearBook);
    }

    private void settle(HourlyEvent event, BusinessTime now) {
        event.settle();
        for (HourlyMarket market : event.markets()) {
            account.position(market.ticker())
                    .filter(position -> position.volume().isPositive())
                    .ifPresent(position -> {
                        account.settle(position, market.result().orElseThrow(), now);
                        outbox.accept(new PositionChanged(position, now));
                    });
            outbox.accept(new MarketSettled(market, now));
        }
    }

    private BusinessTime nextClose(BusinessTime now) {
        long length = series.every().getSeconds();
        return BusinessTime.ofEpochSecond(Math.floorDiv(now.epochSecond(), length) * length + length);
    }
}
