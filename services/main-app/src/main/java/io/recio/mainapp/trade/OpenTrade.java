package io.recio.mainapp.trade;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.mainapp.rest.JsonBody;
import io.recio.mainapp.rest.ProblemException;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A wish to open a trade by hand.
 *
 * @param priceCap the most one contract of the side may cost
 */
record OpenTrade(MarketTicker ticker, Side side, Quantity quantity, Price priceCap) {

    private static final BigDecimal SMALLEST_QUANTITY = new BigDecimal("0.01");
    private static final BigDecimal LARGEST_QUANTITY = new BigDecimal("1000000");
    private static final BigDecimal SMALLEST_PRICE = new BigDecimal("0.0001");
    private static final BigDecimal LARGEST_PRICE = new BigDecimal("0.9999");
    private static final int LONGEST_TICKER = 80;

    /** As the body of a request. */
    @Schema(name = "OpenTrade")
    record Body(String ticker, String side, String quantity, String priceCapDollars) {}

    static OpenTrade read(String body) {
        JsonBody json = JsonBody.parse(body);
        String ticker = json.text("ticker", LONGEST_TICKER);
        String side = json.choice("side", List.of("YES", "NO"));
        BigDecimal quantity = json.decimal("quantity", SMALLEST_QUANTITY, LARGEST_QUANTITY, Quantity.SCALE);
        BigDecimal cap = json.decimal("priceCapDollars", SMALLEST_PRICE, LARGEST_PRICE, Price.SCALE);
        json.end();
        return new OpenTrade(tickerOf(ticker), Side.valueOf(side), Quantity.of(quantity), Price.of(cap));
    }

    private static MarketTicker tickerOf(String text) {
        try {
            return new MarketTicker(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.unknown("ticker", "a market we know", text);
        }
    }
}
