package io.recio.simulator.kalshi.exchange;

import io.recio.domain.market.Book;
import io.recio.domain.market.Level;
import io.recio.domain.market.MarketStatus;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.PriceGrid;
import io.recio.domain.market.Side;
import io.recio.domain.market.Strike;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.time.BusinessTime;
import java.util.Optional;
import java.util.UUID;

/** One yes/no question of an event, with its book and statistics. Read it only while the exchange is locked. */
public final class HourlyMarket {

    private final HourlyEvent event;
    private final MarketTicker ticker;
    private final UUID id;
    private final Strike strike;
    private MarketBook book = new MarketBook();
    private final CandleSeries candles = new CandleSeries();
    private Quantity volume = Quantity.ZERO;
    private Quantity openInterest = Quantity.ZERO;
    private Money dollarVolume = Money.ZERO;
    private Price lastPrice = Price.ZERO;
    private Quantity lastSize = Quantity.ZERO;

    HourlyMarket(HourlyEvent event, Strike strike, UUID id) {
        this.event = event;
        this.strike = strike;
        this.id = id;
        this.ticker = TickerGrammar.market(event.ticker(), strike.level());
    }

    public HourlyEvent event() {
        return event;
    }

    public MarketTicker ticker() {
        return ticker;
    }

    public UUID id() {
        return id;
    }

    public Strike strike() {
        return strike;
    }

    /** One cent throughout. */
    public PriceGrid grid() {
        return PriceGrid.LINEAR_CENT;
    }

    public MarketStatus status() {
        return event.status();
    }

    /** Whether orders are taken and quotes are shown. */
    public boolean isActive() {
        return status() == MarketStatus.ACTIVE;
    }

    public Quantity volume() {
        return volume;
    }

    public Quantity openInterest() {
        return openInterest;
    }

    public Money dollarVolume() {
        return dollarVolume;
    }

    /** Zero before the first trade. */
    public Price lastPrice() {
        return lastPrice;
    }

    public Quantity lastSize() {
        return lastSize;
    }

    public CandleSeries candles() {
        return candles;
    }

    /** The resting bids, without owners. */
    public Book bookView() {
        return book.view();
    }

    /** The best bid for the side, with all that rests there. */
    public Optional<Level> bestBid(Side side) {
        return book.best(side).map(level -> new Level(level.price(), level.size()));
    }

    /** Zero when nobody bids. */
    public Price yesBid() {
        return book.best(Side.YES).map(BookLevel::price).orElse(Price.ZERO);
    }

    /** One dollar when nobody offers. */
    public Price yesAsk() {
        return book.best(Side.NO).map(level -> level.price().complement()).orElse(Price.ONE);
    }

    /** What stands before a resting order at its price. */
    public Quantity ahead(AccountOrder order) {
        return book.level(order.side(), order.sidePrice()).ahead(order);
    }

    /** The result once determined. */
    public Optional<Side> result() {
        return event.settlementValue().map(value -> strike.resolvesYes(value) ? Side.YES : Side.NO);
    }

    MarketBook book() {
        return book;
    }

    /** Ends the book with the market; nobody is told, the close is known. */
    void clearBook() {
        book = new MarketBook();
    }

    /** Takes a match into the statistics. Half of the matches open new contracts. */
    void traded(Price yesPrice, Quantity quantity, BusinessTime now) {
        lastPrice = yesPrice;
        lastSize = quantity;
        volume = volume.plus(quantity);
        openInterest = openInterest.plus(new Quantity(quantity.units() / 2));
        dollarVolume = dollarVolume.plus(yesPrice.times(quantity));
        candles.traded(yesPrice, quantity, openInterest, now);
    }

    /** Trades of before the exchange started. */
    void tradedEarlier(Price yesPrice, Quantity quantity) {
        lastPrice = yesPrice;
        lastSize = quantity;
        volume = quantity;
        openInterest = new Quantity(quantity.units() / 2);
        dollarVolume = yesPrice.times(quantity);
    }
}
