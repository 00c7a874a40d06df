package io.recio.simulator.coinbase;

import io.recio.domain.price.SpotPrice;
import io.recio.domain.time.BusinessTime;
import io.recio.simulator.price.Trade;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How the exchange writes prices (two decimals), sizes (eight) and times (microseconds, Z). */
final class Numbers {

    private static final int PRICE_DECIMALS = 2;
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Numbers() {}

    static BigDecimal price(SpotPrice price) {
        return price.dollars().setScale(PRICE_DECIMALS, RoundingMode.HALF_EVEN);
    }

    static BigDecimal size(long units) {
        return BigDecimal.valueOf(units, Trade.SIZE_SCALE);
    }

    static String time(BusinessTime time) {
        return MICROS.format(time.instant());
    }
}
