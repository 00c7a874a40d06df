package io.recio.simulator.kalshi.exchange;

import io.recio.domain.market.EventTicker;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.SeriesTicker;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.time.BusinessTime;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Writes tickers as the exchange does: {@code KXBTCD-26NOV2217-T114999.99}, the date and hour of the close in US Eastern
 * time (EXCHANGES, section A6). In the autumn the hour 01 comes twice and is written alike both times. A close within
 * the hour, which only the simulator has, is written with its minute.
 */
final class TickerGrammar {

    static final ZoneId EASTERN = ZoneId.of("America/New_York");

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("yyMMMddHH", Locale.US);

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyMMMddHHmm", Locale.US);

    private TickerGrammar() {}

    static EventTicker event(SeriesTicker series, BusinessTime closesAt) {
        ZonedDateTime local = closesAt.instant().atZone(EASTERN);
        String moment = (local.getMinute() == 0 ? HOUR : MINUTE).format(local).toUpperCase(Locale.ROOT);
        return new EventTicker(series + "-" + moment);
    }

    static MarketTicker market(EventTicker event, SpotPrice floor) {
        String strike = floor.dollars().setScale(2, RoundingMode.UNNECESSARY).toPlainString();
        return new MarketTicker(event + "-T" + strike);
    }
}
