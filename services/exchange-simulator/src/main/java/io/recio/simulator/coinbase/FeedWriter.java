package io.recio.simulator.coinbase;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.recio.domain.time.BusinessTime;
import io.recio.simulator.coinbase.RollingFigures.Figures;
import io.recio.simulator.instrument.Instrument;
import io.recio.simulator.price.TakerSide;
import io.recio.simulator.price.Trade;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Writes the feed's messages. The side of a match is the maker's, that of a ticker the taker's. */
final class FeedWriter {

    private final ObjectMapper json;

    FeedWriter(ObjectMapper json) {
        this.json = json;
    }

    /** @param skew added to the time, when the exchange's clock is made to go wrong */
    String ticker(Instrument instrument, Trade trade, Figures figures, Duration skew) {
        Quotes quotes = Quotes.after(trade);
        return text(new FeedMessages.Ticker(
                "ticker",
                Sequences.of(trade),
                instrument.product(),
                Numbers.price(trade.price()).toPlainString(),
                Numbers.price(figures.open()).toPlainString(),
                Numbers.size(figures.dayVolume()).toPlainString(),
                Numbers.price(figures.low()).toPlainString(),
                Numbers.price(figures.high()).toPlainString(),
                Numbers.size(figures.monthVolume()).toPlainString(),
                quotes.bid().toPlainString(),
                quotes.bidSize().toPlainString(),
                quotes.ask().toPlainString(),
                quotes.askSize().toPlainString(),
                side(trade.taker()),
                Numbers.time(trade.at().plus(skew)),
                trade.id(),
                Numbers.size(trade.sizeUnits()).toPlainString()));
    }

    /** @param type {@code match}, or {@code last_match} for the one that greets a subscriber */
    String match(String type, Instrument instrument, Trade trade, Duration skew) {
        return text(new FeedMessages.Match(
                type,
                trade.id(),
                order(trade, 1),
                order(trade, 2),
                side(trade.taker().opposite()),
                Numbers.size(trade.sizeUnits()).toPlainString(),
                Numbers.price(trade.price()).toPlainString(),
                instrument.product(),
                Sequences.of(trade),
                Numbers.time(trade.at().plus(skew))));
    }

    String heartbeat(Instrument instrument, Trade last, BusinessTime at, Duration skew) {
        return text(new FeedMessages.Heartbeat(
                "heartbeat",
                Sequences.ofHeartbeat(last, at),
                last.id(),
                instrument.product(),
                Numbers.time(at.plus(skew))));
    }

    String subscriptions(List<FeedMessages.Subscribed> channels) {
        return text(new FeedMessages.Subscriptions("subscriptions", channels));
    }

    String error(String message, String reason) {
        return text(new FeedMessages.Error("error", message, reason));
    }

    static String side(TakerSide side) {
        return side.name().toLowerCase(Locale.ROOT);
    }

    private static String order(Trade trade, long which) {
        return new UUID(trade.id(), Long.MIN_VALUE | trade.at().epochMilli() << 2 | which).toString();
    }

    private String text(Object message) {
        try {
            return json.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
