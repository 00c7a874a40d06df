package io.recio.trademanager.trade;

import io.recio.domain.market.Book;
import io.recio.domain.market.EventTicker;
import io.recio.domain.market.Level;
import io.recio.domain.market.Market;
import io.recio.domain.market.MarketStatus;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.PriceGrid;
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
import io.recio.domain.striketable.QuotedMarket;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.trade.Trade;
import io.recio.domain.trade.TradeEvent;
import io.recio.domain.trade.TradeEvent.EntryFilled;
import io.recio.domain.trade.TradeEvent.TradeRequested;
import io.recio.domain.trade.TradeId;
import io.recio.domain.trade.TradeTerms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ten contracts of one market, wanted at .97 or better ten minutes before its close. */
public final class TestTrades {

    public static final BusinessTime NOW = BusinessTime.parse("2026-11-22T16:50:00Z");
    public static final BusinessTime CLOSES_AT = NOW.plus(Duration.ofMinutes(10));
    public static final MarketTicker TICKER = new MarketTicker("KXBTCD-26NOV2217-T114999.99");
    public static final ClientOrderId ENTRY = new ClientOrderId("test-entry");

    private static final EventTicker EVENT = new EventTicker("KXBTCD-26NOV2217");
    private static final Strike STRIKE = Strike.above(SpotPrice.of("114999.99"));

    private TestTrades() {}

    public static Trade requested(Side side, TradeEvent... more) {
        List<TradeEvent> events = new ArrayList<>();
        events.add(new TradeRequested(
                new TradeTerms(
                        TradeId.of("0192f0c0-0000-7000-8000-000000000001"),
                        Symbol.BTC,
                        EVENT,
                        TICKER,
                        STRIKE,
                        CLOSES_AT,
                        side,
                        Quantity.ofContracts(10),
                        Price.of("0.97"),
                        ENTRY,
                        "Hourly HTC",
                        Optional.empty()),
                NOW));
        events.addAll(List.of(more));
        return Trade.replay(events);
    }

    public static EntryFilled filled(Side side, String quantity) {
        return new EntryFilled(fill("f-" + quantity, side, quantity), NOW);
    }

    /** At .96 of the side bought. */
    public static Fill fill(String id, Side bought, String quantity) {
        Price price = Price.of("0.96");
        return new Fill(
                new FillId(id),
                new ExchangeOrderId("x-1"),
                Optional.empty(),
                TICKER,
                bought,
                bought == Side.YES ? price : price.complement(),
                Quantity.of(quantity),
                Money.of("0.03"),
                true,
                NOW);
    }

    /** Yes bid at .95 and asked at .96. */
    public static QuotedMarket quoted() {
        return quoted(new Book(
                List.of(new Level(Price.of("0.95"), Quantity.ofContracts(50))),
                List.of(new Level(Price.of("0.04"), Quantity.ofContracts(50)))));
    }

    public static QuotedMarket quoted(Book book) {
        Market market = new Market(
                TICKER,
                EVENT,
                STRIKE,
                MarketStatus.ACTIVE,
                NOW.minus(Duration.ofMinutes(50)),
                CLOSES_AT,
                PriceGrid.LINEAR_CENT,
                2);
        return new QuotedMarket(market, book, Quantity.ZERO);
    }
}
