package io.recio.simulator.kalshi.stream;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.time.BusinessTime;
import io.recio.simulator.kalshi.exchange.Floor;
import io.recio.simulator.kalshi.exchange.HourlyMarket;
import io.recio.simulator.kalshi.stream.Frames.IndexList;
import io.recio.simulator.kalshi.stream.Frames.MarketList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Carries out what clients ask for (EXCHANGES, section C1). */
final class CommandDesk {

    private final Frames frames;

    CommandDesk(Frames frames) {
        this.frames = frames;
    }

    void handle(Session session, String text, Floor floor) {
        Command command = frames.command(text);
        if (command == null) {
            session.error(null, StreamError.UNABLE_TO_PROCESS);
            return;
        }
        String name = String.valueOf(command.cmd());
        if (name.equals("list_subscriptions")) {
            session.listed(command.id());
            return;
        }
        Command.Params params = command.params();
        if (params == null) {
            session.error(command.id(), known(name) ? StreamError.PARAMS_REQUIRED : StreamError.UNKNOWN_COMMAND);
            return;
        }
        switch (name) {
            case "subscribe" -> subscribe(session, command, params, floor);
            case "unsubscribe" -> unsubscribe(session, command, params);
            case "update_subscription" -> update(session, command, params, floor);
            default -> session.error(command.id(), StreamError.UNKNOWN_COMMAND);
        }
    }

    private static boolean known(String name) {
        return Set.of("subscribe", "unsubscribe", "update_subscription").contains(name);
    }

    private void subscribe(Session session, Command command, Command.Params params, Floor floor) {
        if (params.channels() == null || params.channels().isEmpty()) {
            session.error(command.id(), StreamError.CHANNELS_REQUIRED);
            return;
        }
        for (String label : params.channels()) {
            Optional<Channel> channel = Channel.of(label);
            if (channel.isEmpty()) {
                session.error(command.id(), StreamError.UNKNOWN_CHANNEL);
            } else if (channel.get().scope() == Channel.Scope.LISTED_MARKETS
                    && params.markets().isEmpty()) {
                session.error(command.id(), StreamError.MARKET_REQUIRED);
            } else {
                subscribe(session, command, params, channel.get(), floor);
            }
        }
    }

    private void subscribe(Session session, Command command, Command.Params params, Channel channel, Floor floor) {
        Subscription subscription = session.subscribe(channel, params.useYesPrice());
        session.subscribed(command.id(), subscription);
        if (channel.scope() == Channel.Scope.INDICES) {
            subscription.chosen().addAll(params.indices());
        } else if (channel.takesMarkets()) {
            add(session, subscription, params, floor);
        }
    }

    private void unsubscribe(Session session, Command command, Command.Params params) {
        List<Integer> sids = params.subscriptions();
        if (sids.isEmpty()) {
            session.error(command.id(), StreamError.SUBSCRIPTION_IDS_REQUIRED);
            return;
        }
        for (int sid : sids) {
            Optional<Subscription> subscription = session.subscription(sid);
            if (subscription.isEmpty()) {
                session.error(command.id(), StreamError.UNKNOWN_SUBSCRIPTION_ID);
            } else {
                session.numbered(command.id(), "unsubscribed", subscription.get(), null);
                session.unsubscribe(subscription.get());
            }
        }
    }

    private void update(Session session, Command command, Command.Params params, Floor floor) {
        if (params.subscriptions().size() != 1) {
            session.error(command.id(), StreamError.EXACTLY_ONE_SUBSCRIPTION);
            return;
        }
        Optional<Subscription> found =
                session.subscription(params.subscriptions().getFirst());
        if (found.isEmpty()) {
            session.error(command.id(), StreamError.UNKNOWN_SUBSCRIPTION_ID);
        } else if (params.action() == null) {
            session.error(command.id(), StreamError.ACTION_REQUIRED);
        } else if (found.get().channel().scope() == Channel.Scope.INDICES) {
            updateIndices(session, command, params, found.get(), floor);
        } else {
            updateMarkets(session, command, params, found.get(), floor);
        }
    }

    private void updateMarkets(
            Session session, Command command, Command.Params params, Subscription subscription, Floor floor) {
        if (!subscription.channel().takesMarkets()) {
            session.error(command.id(), StreamError.UNSUPPORTED_ACTION);
            return;
        }
        if (params.markets().isEmpty()) {
            session.error(command.id(), StreamError.MARKET_REQUIRED);
            return;
        }
        switch (String.valueOf(params.action())) {
            case "add_markets" -> {
                confirm(session, command, params, subscription, union(subscription, params.markets()));
                add(session, subscription, params, floor);
            }
            case "delete_markets" -> {
                subscription.chosen().removeAll(params.markets());
                confirm(session, command, params, subscription, subscription.chosen());
            }
            case "get_snapshot" -> params.markets().forEach(ticker -> snapshot(session, subscription, ticker, floor));
            default -> session.error(command.id(), StreamError.UNSUPPORTED_ACTION);
        }
    }

    private void updateIndices(
            Session session, Command command, Command.Params params, Subscription subscription, Floor floor) {
        String action = String.valueOf(params.action());
        if (action.equals("indexlist")) {
            List<String> all = floor.markets().series().stream()
                    .map(series -> series.indexId())
                    .toList();
            session.numbered(command.id(), "cfbenchmarks_value_indexlist", subscription, new IndexList(all));
            return;
        }
        if (!action.equals("subscribe_indices") && !action.equals("unsubscribe_indices")) {
            session.error(command.id(), StreamError.UNSUPPORTED_ACTION);
            return;
        }
        if (params.indices().isEmpty()) {
            session.error(command.id(), StreamError.INDEX_IDS_REQUIRED);
            return;
        }
        if (action.equals("subscribe_indices")) {
            subscription.chosen().addAll(params.indices());
        } else {
            subscription.chosen().removeAll(params.indices());
        }
        session.numbered(command.id(), "ok", subscription, new MarketList(null, subscription.chosen()));
    }

    private void confirm(
            Session session, Command command, Command.Params params, Subscription subscription, Set<String> markets) {
        session.numbered(
                command.id(),
                "ok",
                subscription,
                params.skipTickerAck() ? new MarketList(null, null) : new MarketList(markets, null));
    }

    /** Adds the markets; a book channel begins each with a snapshot, a ticker channel when asked. */
    private void add(Session session, Subscription subscription, Command.Params params, Floor floor) {
        for (String ticker : params.markets()) {
            boolean added = subscription.chosen().add(ticker);
            if (added && subscription.channel() == Channel.ORDERBOOK_DELTA) {
                snapshot(session, subscription, ticker, floor);
            } else if (subscription.channel() == Channel.TICKER && params.sendInitialSnapshot()) {
                market(floor, ticker).ifPresent(found -> ticker(session, subscription, found, floor.now()));
            }
        }
    }

    private void snapshot(Session session, Subscription subscription, String ticker, Floor floor) {
        market(floor, ticker)
                .ifPresent(found -> session.send(
                        subscription,
                        ticker,
                        "orderbook_snapshot",
                        frames.text(MarketMessages.Snapshot.of(found, subscription.yesPrices()))));
    }

    private void ticker(Session session, Subscription subscription, HourlyMarket market, BusinessTime now) {
        session.send(
                subscription, market.ticker().value(), "ticker", frames.text(MarketMessages.Ticker.of(market, now)));
    }

    private static Optional<HourlyMarket> market(Floor floor, String ticker) {
        try {
            return floor.markets().find(new MarketTicker(ticker));
        } catch (IllegalArgumentException e) {
            // No market can have such a ticker; unknown markets are passed over.
            return Optional.empty();
        }
    }

    private static Set<String> union(Subscription subscription, Set<String> added) {
        Set<String> union = new LinkedHashSet<>(subscription.chosen());
        union.addAll(added);
        return union;
    }
}
