package io.recio.activetradesupervisor.valuation;

import io.recio.activetradesupervisor.SupervisorConfig;
import io.recio.domain.fee.FeePrecision;
import io.recio.domain.money.Price;
import io.recio.domain.price.Momentum;
import io.recio.domain.price.PriceSnapshot;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.price.Symbol;
import io.recio.domain.stop.StopReading;
import io.recio.domain.striketable.QuotedMarket;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemClock;
import io.recio.domain.trade.Trade;
import io.recio.storage.Database;
import io.recio.storage.account.AccountReader;
import io.recio.storage.market.HourlyEvent;
import io.recio.storage.market.MarketStore;
import io.recio.storage.price.LatestPriceStore;
import io.recio.storage.striketable.StrikeTableStore;
import io.recio.storage.striketable.StrikeTableStore.Chances;
import io.recio.storage.system.Installation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads price, chance and book of each held trade. What is not fresh is left out: it decides nothing. */
public final class TradeValuer {

    private final Database database;
    private final SupervisorConfig config;
    private final SystemClock clock;
    private final AccountReader account;
    private final LatestPriceStore prices = new LatestPriceStore();
    private final StrikeTableStore tables = new StrikeTableStore();
    private final MarketStore markets = new MarketStore();

    /** What all trades of a symbol share in one look. */
    private record SymbolView(Optional<PriceSnapshot> snapshot, Optional<Chances> chances) {

        Optional<SpotPrice> usablePrice(BusinessTime now) {
            return snapshot.flatMap(seen -> seen.index()
                    .filter(index -> index.isFresh(now))
                    .map(index -> index.price())
                    .or(() -> seen.feed().isFresh(now) ? Optional.of(seen.price()) : Optional.empty()));
        }

        Optional<Momentum> momentum(BusinessTime now) {
            return snapshot.filter(seen -> seen.feed().isFresh(now)).flatMap(PriceSnapshot::momentum);
        }
    }

    public TradeValuer(Database database, SupervisorConfig config, SystemClock clock, Installation installation) {
        this.database = database;
        this.config = config;
        this.clock = clock;
        this.account = new AccountReader(installation);
    }

    public List<TradeView> value(List<Trade> held, BusinessTime now) {
        Map<Symbol, SymbolView> symbols = new HashMap<>();
        FeePrecision precision = account.feePrecision(database);
        List<TradeView> views = new ArrayList<>();
        for (Trade trade : held) {
            SymbolView symbol = symbols.computeIfAbsent(trade.terms().symbol(), each -> look(each, now));
            views.add(value(trade, symbol, precision, now));
        }
        return views;
    }

    private TradeView value(Trade trade, SymbolView symbol, FeePrecision precision, BusinessTime now) {
        Optional<QuotedMarket> market = markets.market(database, trade.terms().ticker());
        Optional<HourlyEvent> event = markets.event(database, trade.terms().event());
        boolean bookFresh = event.filter(this::isBookFresh).isPresent();
        Optional<Price> bestBid = market.filter(quoted -> bookFresh)
                .flatMap(quoted -> quoted.book().bestBid(trade.terms().side()))
                .map(level -> level.price());
        Optional<SpotPrice> price = symbol.usablePrice(now);
        StopReading reading = StopReading.of(
                trade,
                now,
                market.map(quoted -> quoted.market().closesAt())
                        .orElse(trade.terms().closesAt()),
                price,
                symbol.chances().map(chances -> chances.yes().get(trade.terms().ticker())),
                bestBid,
                symbol.momentum(now),
                event.flatMap(known -> known.fees(precision)),
                bookFresh);
        return new TradeView(trade, reading, price);
    }

    private boolean isBookFresh(HourlyEvent event) {
        return markets.isTrading(database, event.exchangeIndex())
                && markets.bookFeed(database, event.ticker())
                        .filter(feed -> feed.isFresh(clock.now()))
                        .isPresent();
    }

    private SymbolView look(Symbol symbol, BusinessTime now) {
        Optional<PriceSnapshot> snapshot = prices.read(database, symbol)
                .map(latest -> latest.snapshot().aged(latest.receivedAt().until(clock.now()), now));
        Optional<Chances> chances = tables.readChances(database, symbol)
                .filter(stored -> stored.writtenAt().until(clock.now()).compareTo(config.tableAgeLimit()) <= 0);
        return new SymbolView(snapshot, chances);
    }
}
