package io.recio.coinbase;

import com.fasterxml.jackson.databind.JsonNode;
import io.recio.coinbase.FeedFrame.ErrorFrame;
import io.recio.coinbase.FeedFrame.HeartbeatFrame;
import io.recio.coinbase.FeedFrame.OtherFrame;
import io.recio.coinbase.FeedFrame.SubscriptionsFrame;
import io.recio.coinbase.FeedFrame.TradeFrame;
import io.recio.coinbase.FeedMessage.FeedError;
import io.recio.coinbase.FeedMessage.HeartbeatSeen;
import io.recio.coinbase.FeedMessage.LateTradeSeen;
import io.recio.coinbase.FeedMessage.TradeSeen;
import io.recio.coinbase.FeedMessage.TradesMissed;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/** Makes of each WebSocket message what the listener should hear, and counts what it should not. */
final class FeedReader {

    /** The channels we subscribe to: prices with best bid and ask, every trade, and the pulse. */
    private static final List<String> CHANNELS = List.of("ticker", "heartbeat", "matches");

    private static final Logger LOG = Logger.getLogger(FeedReader.class);

    /** Enough for every kind there is; a feed gone mad must not fill the log or the memory. */
    private static final int MOST_KINDS_LOGGED = 20;

    private final Map<ProductId, TradeLedger> ledgers = new TreeMap<>();
    private final FeedTallies tallies;
    private final Set<String> kindsLogged = new HashSet<>();

    FeedReader(Collection<ProductId> products, FeedTallies tallies) {
        products.forEach(product -> ledgers.put(product, new TradeLedger(product)));
        this.tallies = tallies;
    }

    /** A new connection begins. */
    void connected() {
        ledgers.values().forEach(TradeLedger::connected);
    }

    /** The message that subscribes to all channels of all products. */
    String subscription() {
        JsonArray products = new JsonArray();
        ledgers.keySet().forEach(product -> products.add(product.value()));
        return new JsonObject()
                .put("type", "subscribe")
                .put("product_ids", products)
                .put("channels", new JsonArray(CHANNELS))
                .encode();
    }

    /** The frame, unless it is malformed or of a product that is not ours; those are counted. */
    Optional<FeedFrame> parse(String text) {
        String kind = "not an object";
        try {
            JsonNode node = FeedParser.object(text);
            kind = "without type";
            kind = Wire.text(node, "type");
            return Optional.of(FeedParser.frame(kind, node)).filter(this::isOurs);
        } catch (MalformedPayload e) {
            malformed(kind, e.getMessage(), text);
            return Optional.empty();
        }
    }

    /** What the listener should hear of it. */
    List<FeedMessage> interpret(FeedFrame frame) {
        return switch (frame) {
            case TradeFrame trade -> trade(trade);
            case HeartbeatFrame heartbeat -> heartbeat(heartbeat);
            case SubscriptionsFrame subscriptions -> missing(subscriptions);
            case ErrorFrame error -> List.of(new FeedError(error.message(), error.reason()));
            case OtherFrame other -> unknown(other.type());
        };
    }

    /** Counts a frame that cannot be read and logs the first of its kind. */
    void malformed(String kind, String problem, String text) {
        tallies.add(FeedTally.MALFORMED);
        if (kindsLogged.size() < MOST_KINDS_LOGGED && kindsLogged.add("malformed " + kind)) {
            LOG.warnf(
                    "Passed over a malformed message of the Coinbase feed, logged once per kind kind=%s problem=%s text=%s",
                    Wire.excerpt(kind), problem, Wire.excerpt(text));
        }
    }

    private boolean isOurs(FeedFrame frame) {
        boolean ours =
                switch (frame) {
                    case TradeFrame trade -> ledgers.containsKey(trade.trade().product());
                    case HeartbeatFrame heartbeat -> ledgers.containsKey(heartbeat.product());
                    case SubscriptionsFrame _, ErrorFrame _, OtherFrame _ -> true;
                };
        if (!ours) {
            unknown("another product");
        }
        return ours;
    }

    private List<FeedMessage> trade(TradeFrame frame) {
        TradeLedger ledger = ledgers.get(frame.trade().product());
        List<FeedMessage> messages = new ArrayList<>(1);
        switch (ledger.trade(frame)) {
            case NEWEST -> {
                tallies.add(FeedTally.TRADES);
                messages.add(new TradeSeen(frame.trade(), frame.sequence(), frame.bidAsk()));
            }
            case LATE -> {
                tallies.add(FeedTally.LATE_TRADES);
                messages.add(new LateTradeSeen(frame.trade()));
            }
            case KNOWN -> tallies.add(FeedTally.DUPLICATES);
            case STALE -> tallies.add(FeedTally.STALE);
        }
        addMissed(ledger, messages);
        return messages;
    }

    private List<FeedMessage> heartbeat(HeartbeatFrame frame) {
        TradeLedger ledger = ledgers.get(frame.product());
        if (!ledger.heartbeat(frame)) {
            tallies.add(FeedTally.STALE);
            return List.of();
        }
        tallies.add(FeedTally.HEARTBEATS);
        List<FeedMessage> messages = new ArrayList<>(1);
        messages.add(new HeartbeatSeen(frame.product(), frame.lastTradeId(), frame.time()));
        addMissed(ledger, messages);
        return messages;
    }

    private void addMissed(TradeLedger ledger, List<FeedMessage> messages) {
        for (TradesMissed missed : ledger.overdue()) {
            tallies.add(FeedTally.MISSED_TRADES, missed.count());
            messages.add(missed);
        }
    }

    private List<FeedMessage> missing(SubscriptionsFrame subscriptions) {
        List<String> missing = new ArrayList<>();
        for (String channel : CHANNELS) {
            for (ProductId product : ledgers.keySet()) {
                if (!subscriptions.channels().getOrDefault(channel, Set.of()).contains(product.value())) {
                    missing.add(channel + " of " + product);
                }
            }
        }
        return missing.isEmpty()
                ? List.of()
                : List.of(new FeedError("Subscription is incomplete", "missing " + String.join(", ", missing)));
    }

    private List<FeedMessage> unknown(String type) {
        tallies.add(FeedTally.UNKNOWN);
        if (kindsLogged.size() < MOST_KINDS_LOGGED && kindsLogged.add("unknown " + type)) {
            LOG.debugf("Passed over a message of the Coinbase feed type=%s", Wire.excerpt(type));
        }
        return List.of();
    }
}
