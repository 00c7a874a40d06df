package io.recio.simulator.coinbase;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.price.Symbol;
import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemClock;
import io.recio.simulator.bench.LatencyLedger;
import io.recio.simulator.bench.TickSent;
import io.recio.simulator.fault.Fault;
import io.recio.simulator.fault.FaultKind;
import io.recio.simulator.fault.FaultScope;
import io.recio.simulator.fault.Faults;
import io.recio.simulator.instrument.Instrument;
import io.recio.simulator.instrument.Instruments;
import io.recio.simulator.price.SimulatedPricePath;
import io.recio.simulator.price.Trade;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * The feed: what has happened on the tape since it last looked goes to every client that asked for it, in order of
 * time. One lock keeps looking, subscribing and injecting apart, so that each client's frames stay in order.
 */
@ApplicationScoped
public class Feed {

    private static final Logger LOG = Logger.getLogger(Feed.class);
    private static final Duration SUBSCRIBE_WITHIN = Duration.ofSeconds(5);
    private static final int MOST_BACKLOG = 20_000;

    private final SimulatedPricePath path;
    private final Instruments instruments;
    private final Faults faults;
    private final LatencyLedger ledger;
    private final BusinessClock clock;
    private final SystemClock systemClock;
    private final ObjectMapper json;
    private final FeedWriter writer;
    private final Map<Symbol, RollingFigures> figures = new HashMap<>();
    private final Map<String, FeedClient> clients = new LinkedHashMap<>();
    private BusinessTime sentUntil;

    @Inject
    Feed(
            SimulatedPricePath path,
            Instruments instruments,
            Faults faults,
            LatencyLedger ledger,
            BusinessClock clock,
            SystemClock systemClock,
            ObjectMapper json) {
        this.path = path;
        this.instruments = instruments;
        this.faults = faults;
        this.ledger = ledger;
        this.clock = clock;
        this.systemClock = systemClock;
        this.json = json;
        this.writer = new FeedWriter(json);
        this.sentUntil = clock.now();
        instruments.all().forEach(each -> figures.put(each.symbol(), new RollingFigures(path, each.symbol())));
    }

    /** Counts the month behind us, so that the first ticker need not. */
    void warm() {
        figures.values().forEach(each -> each.at(clock.now()));
    }

    synchronized void opened(String id, Outlet outlet) {
        clients.put(id, new FeedClient(outlet, new FaultyOutbox(outlet, faults, systemClock), systemClock.nanos()));
    }

    synchronized void closed(String id) {
        clients.remove(id);
    }

    /** Answers a client's message with its subscriptions or an error, and greets new ones with the last trade. */
    synchronized void received(String id, String text) {
        FeedClient client = clients.get(id);
        if (client == null) {
            return;
        }
        try {
            SubscriptionRequest request = SubscriptionRequest.read(text, json, instruments);
            sendDue();
            client.apply(request);
            client.reply(writer.subscriptions(client.subscriptions()));
            if (request.begins()) {
                request.channels()
                        .forEach((channel, products) -> products.forEach(product -> greet(client, channel, product)));
            }
        } catch (SubscriptionRequest.Refused e) {
            client.reply(writer.error("Failed to subscribe", e.getMessage()));
        }
    }

    /** Sends everything that is due by the business clock, and ends clients that are idle or too slow. */
    public synchronized void sendDue() {
        BusinessTime now = clock.now();
        if (now.isAfter(sentUntil)) {
            if (!clients.isEmpty()) {
                happenedSince(sentUntil, now).forEach(Happening::send);
            }
            sentUntil = now;
        }
        clients.values().forEach(FeedClient::release);
        clients.values().removeIf(this::endsUnwanted);
    }

    /** When something is due next, on the business clock: a trade, or the next second's heartbeat. */
    synchronized BusinessTime nextDue() {
        BusinessTime next = BusinessTime.ofEpochSecond(sentUntil.epochSecond() + 1);
        for (Instrument instrument : instruments.all()) {
            next = path.nextTrade(instrument.symbol(), sentUntil, next);
        }
        return next;
    }

    /**
     * Puts a trade on the tape now and sends it at once, noting when.
     *
     * @param sizeUnits base currency in hundred-millionths
     */
    public synchronized TickSent inject(Instrument instrument, SpotPrice price, long sizeUnits) {
        sendDue();
        Trade trade = path.inject(instrument.symbol(), price, sizeUnits, sentUntil);
        if (trade.at().isAfter(sentUntil)) {
            sentUntil = trade.at();
        }
        figures.get(instrument.symbol()).at(trade.at());
        TickSent tick = new TickSent(instrument.symbol(), trade.id(), trade.price(), systemClock.nanos());
        ledger.tickSent(tick);
        send(instrument, trade);
        return tick;
    }

    /** Best bid and ask, and what the last 24 hours brought. */
    RollingFigures.Figures figures(Symbol symbol, BusinessTime now) {
        return figures.get(symbol).at(now);
    }

    private record Happening(BusinessTime at, Runnable action) {
        void send() {
            action.run();
        }
    }

    private List<Happening> happenedSince(BusinessTime from, BusinessTime to) {
        List<Happening> happenings = new ArrayList<>();
        for (Instrument instrument : instruments.all()) {
            for (Trade trade : path.trades(instrument.symbol(), from, to)) {
                happenings.add(new Happening(trade.at(), () -> send(instrument, trade)));
            }
            for (long second = from.epochSecond() + 1; second <= to.epochSecond(); second++) {
                BusinessTime at = BusinessTime.ofEpochSecond(second);
                happenings.add(new Happening(at, () -> heartbeat(instrument, at)));
            }
        }
        happenings.sort((one, other) -> one.at().compareTo(other.at()));
        return happenings;
    }

    private void send(Instrument instrument, Trade trade) {
        send(Channel.MATCHES, instrument, () -> writer.match("match", instrument, trade, skew()));
        send(Channel.TICKER, instrument, () -> ticker(instrument, trade));
    }

    private void heartbeat(Instrument instrument, BusinessTime at) {
        send(
                Channel.HEARTBEAT,
                instrument,
                () -> writer.heartbeat(instrument, path.lastTrade(instrument.symbol(), at), at, skew()));
    }

    private void greet(FeedClient client, Channel channel, String product) {
        Instrument instrument = instruments.byProduct(product).orElseThrow();
        Trade last = path.lastTrade(instrument.symbol(), sentUntil);
        switch (channel) {
            case TICKER -> client.send(channel, product, ticker(instrument, last));
            case MATCHES -> client.send(channel, product, writer.match("last_match", instrument, last, skew()));
            case HEARTBEAT -> {}
        }
    }

    private String ticker(Instrument instrument, Trade trade) {
        return writer.ticker(instrument, trade, figures.get(instrument.symbol()).at(trade.at()), skew());
    }

    private void send(Channel channel, Instrument instrument, Supplier<String> message) {
        String text = null;
        for (FeedClient client : clients.values()) {
            if (client.wants(channel, instrument.product())) {
                text = text == null ? message.get() : text;
                client.send(channel, instrument.product(), text);
            }
        }
    }

    private Duration skew() {
        return faults.active(FaultScope.EXCHANGE, FaultKind.CLOCK_SKEW, "coinbase")
                .map(Fault::delay)
                .orElse(Duration.ZERO);
    }

    private boolean endsUnwanted(FeedClient client) {
        boolean idle = client.isIdle(systemClock.nanos(), SUBSCRIBE_WITHIN.toNanos());
        boolean slow = client.backlog() > MOST_BACKLOG;
        if (idle || slow) {
            LOG.infof("Ended a client of the Coinbase feed idle=%s backlog=%d", idle, client.backlog());
            client.close();
        }
        return idle || slow;
    }
}
