package io.recio.domain.trade;

import io.recio.domain.market.EventTicker;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.market.Strike;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.order.ExchangeOrderId;
import io.recio.domain.order.Fill;
import io.recio.domain.order.FillId;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.price.Symbol;
import io.recio.domain.probability.Probability;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.trade.TradeEvent.CloseEnded;
import io.recio.domain.trade.TradeEvent.CloseFilled;
import io.recio.domain.trade.TradeEvent.CloseRequested;
import io.recio.domain.trade.TradeEvent.EntryEnded;
import io.recio.domain.trade.TradeEvent.EntryFilled;
import io.recio.domain.trade.TradeEvent.TradeExpired;
import io.recio.domain.trade.TradeEvent.TradeRequested;
import io.recio.domain.trade.TradeEvent.TradeSettled;
import java.util.Optional;

/** Events of one trade, ten contracts wanted at .97 or better, for tests of what reads trades. */
public final class TradeFixtures {

    public static final BusinessTime AT = BusinessTime.parse("2026-11-22T16:50:00Z");
    public static final BusinessTime CLOSE_TIME = BusinessTime.parse("2026-11-22T17:00:00Z");
    public static final EventTicker EVENT = new EventTicker("KXBTCD-26NOV2217");
    public static final MarketTicker TICKER = new MarketTicker("KXBTCD-26NOV2217-T114999.99");
    public static final ClientOrderId ENTRY = new ClientOrderId("rec-entry");

    private TradeFixtures() {}

    public static TradeRequested requested(Side side) {
        return requested(side, TICKER, "10");
    }

    public static TradeRequested requested(Side side, MarketTicker ticker, String count) {
        return requested(side, ticker, count, Strike.above(SpotPrice.of("114999.99")));
    }

    public static TradeRequested requested(Side side, MarketTicker ticker, String count, Strike strike) {
        return new TradeRequested(
                new TradeTerms(
                        TradeId.of("0192f0c0-0000-7000-8000-000000000001"),
                        Symbol.BTC,
                        EVENT,
                        ticker,
                        strike,
                        CLOSE_TIME,
                        side,
                        Quantity.of(count),
                        Price.of("0.97"),
                        ENTRY,
                        "Hourly HTC",
                        Optional.of(Probability.ofPercent(97.6))),
                AT);
    }

    public static EntryFilled entryFilled(String id, Side side, String sidePrice, String quantity, String fee) {
        return new EntryFilled(fill(id, side, sidePrice, quantity, fee), AT);
    }

    public static EntryEnded entryEnded(String filled) {
        return new EntryEnded(Quantity.of(filled), "NOT_FILLED_AT_ONCE", AT);
    }

    public static CloseRequested closeRequested(String order, String count) {
        return new CloseRequested(new ClientOrderId(order), Quantity.of(count), CloseReason.MANUAL, 1, AT);
    }

    /** A sale of the side at the price: the exchange tells it as a purchase of the opposite. */
    public static CloseFilled closeFilled(
            String order, String id, Side side, String sidePrice, String quantity, String fee) {
        String oppositePrice = Price.of(sidePrice).complement().toString();
        return new CloseFilled(new ClientOrderId(order), fill(id, side.opposite(), oppositePrice, quantity, fee), AT);
    }

    public static CloseEnded closeEnded(String order, String filled) {
        return new CloseEnded(new ClientOrderId(order), Quantity.of(filled), "NOT_FILLED_AT_ONCE", AT);
    }

    public static TradeExpired expired() {
        return new TradeExpired(CLOSE_TIME, CLOSE_TIME);
    }

    public static TradeSettled settled(String yesValue) {
        return new TradeSettled(Price.of(yesValue), CLOSE_TIME);
    }

    private static Fill fill(String id, Side bought, String boughtPrice, String quantity, String fee) {
        Price price = Price.of(boughtPrice);
        return new Fill(
                new FillId(id),
                new ExchangeOrderId("kalshi-1"),
                Optional.empty(),
                TICKER,
                bought,
                bought == Side.YES ? price : price.complement(),
                Quantity.of(quantity),
                Money.of(fee),
                true,
                AT);
    }
}
