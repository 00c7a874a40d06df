package io.recio.simulator.kalshi.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.recio.domain.time.SystemClock;
import io.recio.simulator.fault.Faults;
import io.recio.simulator.kalshi.access.Doorkeeper;
import io.recio.simulator.kalshi.exchange.ExchangeEvent;
import io.recio.simulator.kalshi.exchange.Floor;
import io.recio.simulator.kalshi.exchange.HourlyMarket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Tells connected clients what happens at the exchange. Everything is called while the exchange is locked. */
@ApplicationScoped
public class StreamHub implements Consumer<ExchangeEvent> {

    private static final Logger LOG = Logger.getLogger(StreamHub.class);
    private static final long PING_PERIOD = Duration.ofSeconds(10).toNanos();

    private final Frames frames;
    private final CommandDesk desk;
    private final Faults faults;
    private final SystemClock clock;
    private final Doorkeeper door;
    private final Map<String, Session> sessions = new LinkedHashMap<>();
    private long pingedAt;

    @Inject
    StreamHub(ObjectMapper json, Faults faults, SystemClock clock, Doorkeeper door) {
        this.frames = new Frames(json);
        this.desk = new CommandDesk(frames);
        this.faults = faults;
        this.clock = clock;
        this.door = door;
        this.pingedAt = clock.nanos();
    }

    void opened(String connection, Outlet outlet) {
        FaultyOutbox outbox = new FaultyOutbox(outlet, faults, clock);
        sessions.put(
                connection, new Session(outlet, outbox, frames, () -> door.now().epochMilli()));
        LOG.infof("Kalshi stream opened connection=%s", connection);
    }

    void closed(String connection) {
        if (sessions.remove(connection) != null) {
            LOG.infof("Kalshi stream closed connection=%s", connection);
        }
    }

    void received(String connection, String text, Floor floor) {
        Session session = sessions.get(connection);
        if (session != null) {
            desk.handle(session, text, floor);
        }
    }

    /** Sends what was delayed and is due, and the heartbeat every ten seconds of real time. */
    public void tend() {
        sessions.values().forEach(Session::release);
        if (clock.nanos() - pingedAt >= PING_PERIOD) {
            pingedAt = clock.nanos();
            sessions.values().forEach(Session::ping);
        }
    }

    @Override
    public void accept(ExchangeEvent event) {
        if (sessions.isEmpty()) {
            return;
        }
        switch (event) {
            case ExchangeEvent.BookChanged change -> bookChanged(change);
            case ExchangeEvent.QuoteChanged change ->
                tell(
                        Channel.TICKER,
                        market(change.market()),
                        "ticker",
                        () -> MarketMessages.Ticker.of(change.market(), change.at()));
            case ExchangeEvent.Traded traded ->
                tell(
                        Channel.TRADE,
                        traded.trade().ticker().value(),
                        "trade",
                        () -> MarketMessages.Trade.of(traded.trade()));
            case ExchangeEvent.Filled filled ->
                tell(
                        Channel.FILL,
                        market(filled.fill().market()),
                        "fill",
                        () -> AccountMessages.Fill.of(filled.fill()));
            case ExchangeEvent.OrderChanged changed ->
                tell(
                        Channel.USER_ORDERS,
                        market(changed.order().market()),
                        "user_order",
                        () -> AccountMessages.UserOrder.of(changed.order()));
            case ExchangeEvent.PositionChanged changed ->
                tell(
                        Channel.MARKET_POSITIONS,
                        market(changed.position().market()),
                        "market_position",
                        () -> AccountMessages.MarketPosition.of(changed.position()));
            case ExchangeEvent.EventCreated created ->
                tell(
                        Channel.MARKET_LIFECYCLE_V2,
                        created.event().ticker().value(),
                        "event_lifecycle",
                        () -> LifecycleMessages.Event.of(created.event()));
            case ExchangeEvent.MarketCreated created ->
                lifecycle(created.market(), () -> LifecycleMessages.Market.created(created.market()));
            case ExchangeEvent.MarketDetermined determined ->
                lifecycle(
                        determined.market(),
                        () -> LifecycleMessages.Market.determined(determined.market(), determined.at()));
            case ExchangeEvent.MarketSettled settled ->
                lifecycle(settled.market(), () -> LifecycleMessages.Market.settled(settled.market(), settled.at()));
            case ExchangeEvent.GroupChanged changed ->
                tell(
                        Channel.ORDER_GROUP_UPDATES,
                        changed.groupId(),
                        "order_group_updates",
                        () -> AccountMessages.GroupUpdate.of(changed));
            case ExchangeEvent.IndexPublished published ->
                tell(
                        Channel.CFBENCHMARKS_VALUE,
                        published.series().indexId(),
                        "cfbenchmarks_value",
                        () -> IndexMessages.Value.of(published, frames));
        }
    }

    private void bookChanged(ExchangeEvent.BookChanged change) {
        Map<Boolean, String> bodies = new LinkedHashMap<>();
        Function<Subscription, String> body = subscription -> bodies.computeIfAbsent(
                subscription.yesPrices(), yes -> frames.text(MarketMessages.Delta.of(change, yes)));
        offer(Channel.ORDERBOOK_DELTA, market(change.market()), "orderbook_delta", body);
    }

    private void lifecycle(HourlyMarket market, Supplier<Object> body) {
        tell(Channel.MARKET_LIFECYCLE_V2, market(market), "market_lifecycle_v2", body);
    }

    /** The body is written once, and only when somebody wants it. */
    private void tell(Channel channel, String subject, String type, Supplier<Object> message) {
        Map<Channel, String> written = new EnumMap<>(Channel.class);
        offer(
                channel,
                subject,
                type,
                subscription -> written.computeIfAbsent(channel, ignored -> frames.text(message.get())));
    }

    private void offer(Channel channel, String subject, String type, Function<Subscription, String> body) {
        for (Session session : sessions.values()) {
            session.offer(channel, subject, type, body);
        }
    }

    private static String market(HourlyMarket market) {
        return market.ticker().value();
    }
}
