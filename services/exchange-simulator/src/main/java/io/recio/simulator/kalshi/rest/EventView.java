package io.recio.simulator.kalshi.rest;

import io.recio.domain.price.SpotPrice;
import io.recio.simulator.kalshi.exchange.HourlyEvent;
import io.recio.simulator.kalshi.wire.Wire;
import io.recio.simulator.kalshi.wire.WireText;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An event as the wire shows it; override keys are absent, as they are there. */
@Wire
record EventView(
        String eventTicker,
        String seriesTicker,
        String title,
        String subTitle,
        String collateralReturnType,
        boolean mutuallyExclusive,
        String category,
        String strikeDate,
        List<SettlementSource> settlementSources,
        String lastUpdatedTs,
        @Nullable List<MarketView> markets,
        int exchangeIndex) {

    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("MMM d, yyyy 'at' ha z", Locale.US).withZone(ZoneId.of("America/New_York"));

    /** Who says what the result is. */
    @Wire
    record SettlementSource(String name, String url) {

        static final List<SettlementSource> CF_BENCHMARKS =
                List.of(new SettlementSource("CF Benchmarks", "https://www.cfbenchmarks.com"));
    }

    static EventView of(HourlyEvent event, boolean withMarkets) {
        return new EventView(
                event.ticker().value(),
                event.series().ticker().value(),
                title(event),
                HOUR.format(event.closesAt().instant()),
                "",
                false,
                "Crypto",
                WireText.time(event.closesAt()),
                SettlementSource.CF_BENCHMARKS,
                WireText.time(event.createdAt()),
                withMarkets ? event.markets().stream().map(MarketView::of).toList() : null,
                event.series().exchangeIndex());
    }

    static String title(HourlyEvent event) {
        return event.series().underlying() + " price on "
                + HOUR.format(event.closesAt().instant()) + "?";
    }

    static String rules(HourlyEvent event, String level) {
        return "If the simple average of the sixty seconds of CF Benchmarks' "
                + event.series().indexId() + " before "
                + HOUR.format(event.closesAt().instant()) + " is " + level + ", then the market resolves to Yes.";
    }

    /** {@code $115,000}; cents only where there are any. */
    static String dollars(SpotPrice level) {
        DecimalFormat format = new DecimalFormat("$#,##0.##", DecimalFormatSymbols.getInstance(Locale.US));
        return format.format(level.dollars().setScale(2, RoundingMode.HALF_EVEN));
    }
}
