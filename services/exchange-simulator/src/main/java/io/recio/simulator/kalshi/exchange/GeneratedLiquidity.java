package io.recio.simulator.kalshi.exchange;

import io.recio.domain.market.Side;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.time.BusinessTime;
import io.recio.simulator.kalshi.quoting.QuoteModel.Quote;
import java.util.random.RandomGenerator;

/**
 * Fills the books with the sizes behind the generated quotes: six levels a side, often small at the best price. Never
 * crosses: what stands in the way of a new quote is withdrawn when generated, and bought when it is the account's.
 */
final class GeneratedLiquidity {

    private static final int LEVELS = 6;
    private static final long HUNDREDTHS = 100;

    private final Matcher matcher;
    private final RandomGenerator random;

    GeneratedLiquidity(Matcher matcher, RandomGenerator random) {
        this.matcher = matcher;
        this.random = random;
    }

    /** Moves the generated levels of the market to the quote. */
    void apply(HourlyMarket market, Quote quote, BusinessTime now) {
        int bestYes = quote.bid();
        int bestNo = 100 - quote.ask();
        withdrawAbove(market, Side.YES, bestYes, now);
        withdrawAbove(market, Side.NO, bestNo, now);
        tradeAway(market, Side.YES, bestYes, now);
        tradeAway(market, Side.NO, bestNo, now);
        build(market, Side.YES, bestYes, now);
        build(market, Side.NO, bestNo, now);
    }

    /** Withdraws all generated size. */
    void withdraw(HourlyMarket market, BusinessTime now) {
        withdrawAbove(market, Side.YES, 0, now);
        withdrawAbove(market, Side.NO, 0, now);
    }

    private void withdrawAbove(HourlyMarket market, Side side, int bestCents, BusinessTime now) {
        for (BookLevel level : market.book().levels(side)) {
            if (level.price().units() > bestCents * HUNDREDTHS) {
                matcher.generate(market, side, level.price(), Quantity.ZERO, now);
            }
        }
    }

    /** A generated bid that meets orders of the account buys them, most of the time whole. */
    private void tradeAway(HourlyMarket market, Side side, int bestCents, BusinessTime now) {
        if (bestCents == 0) {
            return;
        }
        Price bid = Price.ofCents(bestCents);
        Quantity inTheWay = market.book().depth(side, bid);
        if (inTheWay.isZero()) {
            return;
        }
        Quantity wanted =
                random.nextDouble() < 0.7 ? inTheWay : new Quantity(Math.max(1, random.nextLong(inTheWay.units())));
        matcher.takeGenerated(market, side, bid, wanted, now);
    }

    private void build(HourlyMarket market, Side side, int bestCents, BusinessTime now) {
        int deepest = Math.max(1, bestCents - LEVELS + 1);
        for (int cents = bestCents; cents >= deepest; cents--) {
            Price price = Price.ofCents(cents);
            boolean crosses = market.book().crosses(side, price);
            Quantity present = market.book().generated(side, price);
            boolean redraw = cents == bestCents && random.nextDouble() < 0.5;
            if (!crosses && (present.isZero() || redraw)) {
                matcher.generate(market, side, price, size(bestCents - cents), now);
            }
        }
        for (BookLevel level : market.book().levels(side)) {
            if (level.price().units() < deepest * HUNDREDTHS) {
                matcher.generate(market, side, level.price(), Quantity.ZERO, now);
            }
        }
    }

    private Quantity size(int depth) {
        double luck = random.nextDouble();
        long contracts =
                depth == 0 && luck < 0.3 ? random.nextLong(1, 9) : random.nextLong(20, 120 + 200L * (depth + 1));
        long fraction = random.nextDouble() < 0.1 ? random.nextLong(HUNDREDTHS) : 0;
        return new Quantity(contracts * HUNDREDTHS + fraction);
    }
}
