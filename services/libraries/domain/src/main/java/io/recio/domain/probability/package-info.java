/**
 * How likely a market resolves yes: two models behind one interface (PRODUCT, section 3).
 *
 * <pre>
 * PriceSnapshot, close, now -> SettlementView     index or spot, and the average of the last minute seen from now
 *           -> PricingInputs -> ProbabilityModel -> Pricing: Priced | Unpriced(NoProbability)
 *                                |- MoveTable        recorded shares;  MoveTableBuilder counts them from one-minute closes
 *                                '- VolatilityModel  Student's t as wide as realised volatility
 * </pre>
 *
 * K above the price: p(yes) is the chance of a rise that far. K at or below it: one less the chance of a fall that far. Both
 * models price the average through its effective strike and horizon. There is no fallback to one half.
 */
@NullMarked
package io.recio.domain.probability;

import org.jspecify.annotations.NullMarked;
