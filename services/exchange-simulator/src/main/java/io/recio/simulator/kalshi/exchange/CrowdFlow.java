package io.recio.simulator.kalshi.exchange;

import io.recio.domain.market.Side;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.time.BusinessTime;
import io.recio.simulator.kalshi.quoting.QuoteModel;
import io.recio.simulator.kalshi.quoting.QuoteModel.Quote;
import io.recio.simulator.kalshi.quoting.QuoteModel.Sight;
import io.recio.simulator.kalshi.quoting.QuoteModel.Take;
import java.time.Duration;
import java.util.SplittableRandom;

/** The generated traders of one event at work: quotes into the books, takers out of them. */
final class CrowdFlow {

    private static final double CONTESTED = 0.02;

    private final HourlyEvent event;
    private final Matcher matcher;
    private final GeneratedLiquidity liquidity;
    private final QuoteModel model;
    private final SplittableRandom random;

    CrowdFlow(HourlyEvent event, Matcher matcher, SplittableRandom random) {
        this.event = event;
        this.matcher = matcher;
        this.random = random;
        this.liquidity = new GeneratedLiquidity(matcher, random.split());
        this.model = new QuoteModel(
                event.markets().stream()
                        .mapToDouble(market -> market.strike().level().value())
                        .toArray(),
                random.split());
    }

    void open(Sight sight, BusinessTime now) {
        model.openingQuotes(sight).forEach(quote -> apply(quote, now));
    }

    void step(Sight sight, BusinessTime now) {
        model.quotes(sight).forEach(quote -> apply(quote, now));
        model.takers().forEach(take -> cross(take, now));
    }

    /** As if the event had been open that long: volume, and a last price near the quote. */
    void pretendHistory(Duration open) {
        double share = open.toSeconds() / (double) event.series().every().toSeconds();
        for (int i = 0; i < event.markets().size(); i++) {
            HourlyMarket market = event.markets().get(i);
            boolean contested = model.view(i) > CONTESTED && model.view(i) < 1 - CONTESTED;
            long contracts = (long) (share * (contested ? random.nextLong(3_000, 30_000) : random.nextLong(900)));
            if (contracts > 0) {
                market.tradedEarlier(lastPrice(i), Quantity.ofContracts(contracts));
            }
        }
    }

    private Price lastPrice(int market) {
        return Price.ofCents(Math.clamp(Math.round(model.view(market) * 100), 1, 99));
    }

    private void apply(Quote quote, BusinessTime now) {
        liquidity.apply(event.markets().get(quote.market()), quote, now);
    }

    private void cross(Take take, BusinessTime now) {
        HourlyMarket market = event.markets().get(take.market());
        Side side = take.yes() ? Side.YES : Side.NO;
        market.bestBid(side.opposite()).ifPresent(offer -> {
            Quantity quantity = new Quantity(take.hundredths()).min(offer.size());
            matcher.takeGenerated(market, side, offer.price().complement(), quantity, now);
            model.disturbed(take.market());
        });
    }
}
