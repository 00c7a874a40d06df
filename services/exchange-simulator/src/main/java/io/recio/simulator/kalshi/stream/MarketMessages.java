package io.recio.simulator.kalshi.stream;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.recio.domain.market.Level;
import io.recio.domain.market.Side;
import io.recio.domain.money.Decimals;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.time.BusinessTime;
import io.recio.simulator.kalshi.exchange.ExchangeEvent.BookChanged;
import io.recio.simulator.kalshi.exchange.HourlyMarket;
import io.recio.simulator.kalshi.exchange.PublicTrade;
import io.recio.simulator.kalshi.wire.Wire;
import io.recio.simulator.kalshi.wire.WireText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bodies of the public channels (EXCHANGES, section C3). */
@RegisterForReflection
final class MarketMessages {

    private static final String NO_SIZE = "0.00";
    private static final long UNITS_PER_DOLLAR = 1_000_000;

    private MarketMessages() {}

    /** A whole book; a side nobody bids on is left out. Ascending, the best last. */
    @Wire
    record Snapshot(
            String marketTicker,
            String marketId,
            @Nullable List<List<String>> yesDollarsFp,
            @Nullable List<List<String>> noDollarsFp) {

        static Snapshot of(HourlyMarket market, boolean yesPrices) {
            return new Snapshot(
                    market.ticker().value(),
                    market.id().toString(),
                    side(market, Side.YES, false),
                    side(market, Side.NO, yesPrices));
        }

        private static @Nullable List<List<String>> side(HourlyMarket market, Side side, boolean complement) {
            List<Level> bids = market.bookView().bids(side).reversed();
            if (bids.isEmpty()) {
                return null;
            }
            return bids.stream()
                    .map(level -> List.of(
                            price(level.price(), complement), level.size().toString()))
                    .toList();
        }
    }

    /** A change of one level. */
    @Wire
    record Delta(
            String marketTicker,
            String marketId,
            String priceDollars,
            String deltaFp,
            String side,
            @Nullable String clientOrderId,
            String ts,
            long tsMs) {

        static Delta of(BookChanged change, boolean yesPrices) {
            String cause = change.cause()
                    .map(order -> order.clientOrderId())
                    .filter(id -> !id.isEmpty())
                    .orElse(null);
            return new Delta(
                    change.market().ticker().value(),
                    change.market().id().toString(),
                    price(change.price(), yesPrices && change.side() == Side.NO),
                    Decimals.format(change.change(), Quantity.SCALE),
                    WireText.outcome(change.side()),
                    cause,
                    WireText.time(change.at()),
                    change.at().epochMilli());
        }
    }

    /** Best prices and statistics. */
    @Wire
    record Ticker(
            String marketTicker,
            String marketId,
            String priceDollars,
            String yesBidDollars,
            String yesAskDollars,
            String volumeFp,
            String openInterestFp,
            long dollarVolume,
            long dollarOpenInterest,
            String yesBidSizeFp,
            String yesAskSizeFp,
            String lastTradeSizeFp,
            long ts,
            long tsMs,
            String time) {

        static Ticker of(HourlyMarket market, BusinessTime at) {
            return new Ticker(
                    market.ticker().value(),
                    market.id().toString(),
                    market.lastPrice().toString(),
                    market.yesBid().toString(),
                    market.yesAsk().toString(),
                    market.volume().toString(),
                    market.openInterest().toString(),
                    market.dollarVolume().units() / UNITS_PER_DOLLAR,
                    market.lastPrice().times(market.openInterest()).units() / UNITS_PER_DOLLAR,
                    size(market, Side.YES),
                    size(market, Side.NO),
                    market.lastSize().toString(),
                    at.epochSecond(),
                    at.epochMilli(),
                    WireText.time(at));
        }

        private static String size(HourlyMarket market, Side side) {
            return market.bestBid(side).map(Level::size).map(Object::toString).orElse(NO_SIZE);
        }
    }

    /** A match. */
    @Wire
    record Trade(
            String tradeId,
            String marketTicker,
            String yesPriceDollars,
            String noPriceDollars,
            String countFp,
            String takerSide,
            String takerOutcomeSide,
            String takerBookSide,
            boolean isBlockTrade,
            long ts,
            long tsMs) {

        static Trade of(PublicTrade trade) {
            return new Trade(
                    trade.id(),
                    trade.ticker().value(),
                    trade.yesPrice().toString(),
                    trade.yesPrice().complement().toString(),
                    trade.quantity().toString(),
                    WireText.outcome(trade.takerSide()),
                    WireText.outcome(trade.takerSide()),
                    WireText.bookSide(trade.takerSide()),
                    false,
                    trade.at().epochSecond(),
                    trade.at().epochMilli());
        }
    }

    private static String price(Price price, boolean complement) {
        return (complement ? price.complement() : price).toString();
    }
}
