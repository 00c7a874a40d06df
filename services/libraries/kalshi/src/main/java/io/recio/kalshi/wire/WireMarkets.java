package io.recio.kalshi.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;

/** Payloads about series, events, markets, books and public trades. */
public final class WireMarkets {

    private WireMarkets() {}

    public record SeriesAnswer(Series series) {}

    public record Series(
            String ticker,
            String title,
            String category,
            String frequency,
            String feeType,
            BigDecimal feeMultiplier,
            Integer exchangeIndex) {}

    public record EventPage(List<Event> events, String cursor) {}

    public record EventAnswer(Event event, List<Market> markets) {}

    public record Event(
            String eventTicker,
            String seriesTicker,
            String title,
            String subTitle,
            Boolean mutuallyExclusive,
            String strikeDate,
            List<Market> markets,
            String feeTypeOverride,
            BigDecimal feeMultiplierOverride,
            Integer exchangeIndex) {}

    public record MarketPage(List<Market> markets, String cursor) {}

    public record MarketAnswer(Market market) {}

    public record Market(
            String ticker,
            String eventTicker,
            String marketType,
            String yesSubTitle,
            String noSubTitle,
            String openTime,
            String closeTime,
            String status,
            String result,
            String yesBidDollars,
            String yesBidSizeFp,
            String yesAskDollars,
            String yesAskSizeFp,
            String lastPriceDollars,
            String volumeFp,
            @JsonProperty("volume_24h_fp") String volume24hFp,
            String openInterestFp,
            String settlementValueDollars,
            String settlementTs,
            Long settlementTimerSeconds,
            String expirationValue,
            String feeWaiverExpirationTime,
            String strikeType,
            BigDecimal floorStrike,
            BigDecimal capStrike,
            String priceLevelStructure,
            List<PriceRange> priceRanges,
            Integer exchangeIndex) {}

    public record PriceRange(String start, String end, String step) {}

    public record BookAnswer(Book orderbookFp) {}

    public record BooksAnswer(List<TickerBook> orderbooks) {}

    public record TickerBook(String ticker, Book orderbookFp) {}

    /** Bids only, each level as price and count. */
    public record Book(List<List<String>> yesDollars, List<List<String>> noDollars) {}

    public record TradePage(List<Trade> trades, String cursor) {}

    public record Trade(
            String tradeId,
            String ticker,
            String countFp,
            String yesPriceDollars,
            String takerSide,
            String takerOutcomeSide,
            String takerBookSide,
            Boolean isBlockTrade,
            String createdTime) {}
}
