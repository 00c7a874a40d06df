package io.recio.domain.probability;

import io.recio.domain.price.Momentum;
import io.recio.domain.price.Volatility;
import java.util.Optional;

/**
 * What the models know besides the strike.
 *
 * @param basis the price that the average is seen from
 */
public record PricingInputs(
        PriceBasis basis, SettlementAverage average, Optional<Momentum> momentum, Volatility volatility) {}
