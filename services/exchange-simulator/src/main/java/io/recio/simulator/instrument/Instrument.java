package io.recio.simulator.instrument;

import io.recio.domain.market.SeriesTicker;
import io.recio.domain.price.Symbol;

/**
 * A symbol and the names under which the exchanges know it.
 *
 * @param product Coinbase's product id, such as {@code BTC-USD}
 * @param series Kalshi's hourly series, such as {@code KXBTCD}
 * @param index id of the settlement index, such as {@code BRTI}
 * @param level dollars around which generated prices move
 * @param hourlyVolatility standard deviation of generated hourly returns, as a share
 */
public record Instrument(
        Symbol symbol, String product, SeriesTicker series, String index, double level, double hourlyVolatility) {}
