package io.recio.simulator.kalshi.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.recio.domain.market.Level;
import io.recio.domain.market.MarketStatus;
import io.recio.domain.market.PriceGrid;
import io.recio.domain.market.Side;
import io.recio.domain.money.Price;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.time.BusinessTime;
import io.recio.simulator.kalshi.exchange.HourlyEvent;
import io.recio.simulator.kalshi.exchange.HourlyMarket;
import io.recio.simulator.kalshi.wire.Wire;
import io.recio.simulator.kalshi.wire.WireText;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A market as the wire shows it (EXCHANGES, section A5). */
@Wire
record MarketView(
        String ticker,
        String eventTicker,
        String marketType,
        String title,
        String subtitle,
        String yesSubTitle,
        String noSubTitle,
        String createdTime,
        String updatedTime,
        String openTime,
        String closeTime,
        String expectedExpirationTime,
        String expirationTime,
        String latestExpirationTime,
        long settlementTimerSeconds,
        String status,
        String notionalValueDollars,
        String yesBidDollars,
        String yesAskDollars,
        String noBidDollars,
        String noAskDollars,
        String yesBidSizeFp,
        String yesAskSizeFp,
        String lastPriceDollars,
        String previousYesBidDollars,
        String previousYesAskDollars,
        String previousPriceDollars,
        String volumeFp,
        @JsonProperty("volume_24h_fp") String volume24hFp,
        String openInterestFp,
        String result,
        boolean canCloseEarly,
        String expirationValue,
        @Nullable String settlementValueDollars,
        @Nullable String settlementTs,
        String strikeType,
        BigDecimal floorStrike,
        String rulesPrimary,
        String rulesSecondary,
        String priceLevelStructure,
        List<PriceRange> priceRanges,
        String settlementBoundsType,
        int exchangeIndex) {

    private static final Duration LATEST_EXPIRATION = Duration.ofDays(7);
    private static final Duration USUAL_EXPIRATION = Duration.ofMinutes(5);
    private static final String NO_SIZE = "0.00";

    /** A band of the price grid. */
    @Wire
    record PriceRange(String start, String end, String step) {}

    static MarketView of(HourlyMarket market) {
        HourlyEvent event = market.event();
        String level = EventView.dollars(market.strike().shown()) + " or above";
        String close = WireText.time(event.closesAt());
        return new MarketView(
                market.ticker().value(),
                event.ticker().value(),
                "binary",
                EventView.title(event),
                level,
                level,
                level,
                WireText.time(event.createdAt()),
                WireText.time(event.createdAt()),
                WireText.time(event.opensAt()),
                close,
                WireText.time(event.closesAt().plus(USUAL_EXPIRATION)),
                WireText.time(event.closesAt().plus(LATEST_EXPIRATION)),
                WireText.time(event.closesAt().plus(LATEST_EXPIRATION)),
                HourlyEvent.SETTLEMENT_TIMER.toSeconds(),
                WireText.status(market.status()),
                Price.ONE.toString(),
                market.yesBid().toString(),
                market.yesAsk().toString(),
                market.yesAsk().complement().toString(),
                market.yesBid().complement().toString(),
                size(market, Side.YES),
                size(market, Side.NO),
                market.lastPrice().toString(),
                Price.ZERO.toString(),
                Price.ZERO.toString(),
                Price.ZERO.toString(),
                market.volume().toString(),
                market.volume().toString(),
                market.openInterest().toString(),
                market.result().map(WireText::outcome).orElse(""),
                false,
                event.settlementValue().map(SpotPrice::toString).orElse(""),
                market.result().map(MarketView::payout).orElse(null),
                event.status() == MarketStatus.FINALIZED ? time(event.settlesAt()) : null,
                "greater",
                market.strike().level().dollars().stripTrailingZeros(),
                EventView.rules(event, level),
                "The index value is published by CF Benchmarks once a second.",
                "linear_cent",
                market.grid().bands().stream().map(MarketView::range).toList(),
                "default",
                event.series().exchangeIndex());
    }

    /** What a yes contract pays. */
    static String payout(Side result) {
        return (result == Side.YES ? Price.ONE : Price.ZERO).toString();
    }

    private static String size(HourlyMarket market, Side side) {
        return market.bestBid(side).map(Level::size).map(Object::toString).orElse(NO_SIZE);
    }

    private static String time(BusinessTime time) {
        return WireText.time(time);
    }

    private static PriceRange range(PriceGrid.Band band) {
        return new PriceRange(
                band.start().toString(), band.end().toString(), band.step().toString());
    }
}
