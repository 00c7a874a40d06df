package io.recio.storage.price;

import io.recio.domain.price.PriceSecond;
import io.recio.domain.price.SpotPrice;
import java.util.Optional;

/**
 * A row of {@code live_data.price_log}.
 *
 * @param index the settlement index in that second, where it was heard
 */
public record LoggedSecond(PriceSecond second, Optional<SpotPrice> index) {}
