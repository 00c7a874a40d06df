package io.recio.kalshi.parser;

import static io.recio.kalshi.parser.Fields.required;

import io.recio.domain.market.EventTicker;
import io.recio.domain.market.Market;
import io.recio.domain.market.MarketStatus;
import io.recio.domain.market.PriceGrid;
import io.recio.domain.market.SeriesTicker;
import io.recio.domain.market.Strike;
import io.recio.domain.market.StrikeType;
import io.recio.domain.money.Price;
import io.recio.domain.price.SpotPrice;
import io.recio.kalshi.errors.UnreadableAnswer;
import io.recio.kalshi.model.EventListing;
import io.recio.kalshi.model.FeeTerms;
import io.recio.kalshi.model.MarketListing;
import io.recio.kalshi.model.MarketListings;
import io.recio.kalshi.model.MarketResult;
import io.recio.kalshi.model.PublicTrade;
import io.recio.kalshi.model.SeriesDetails;
import io.recio.kalshi.model.SkippedMarket;
import io.recio.kalshi.wire.WireMarkets;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Series, events, markets and public trades. Strikes come from strike type, floor and cap; tickers stay opaque. */
public final class MarketParser {

    private static final int DEFAULT_SHARD = 0;

    private MarketParser() {}

    public static SeriesDetails series(WireMarkets.Series wire) {
        return new SeriesDetails(
                Fields.parsed("series ticker", wire.ticker(), SeriesTicker::new),
                Fields.text(wire.title()).orElse(""),
                fees(wire.feeType(), wire.feeMultiplier()),
                shard(wire.exchangeIndex(), DEFAULT_SHARD));
    }

    /** An event; its markets may stand inside it or beside it. */
    public static EventListing event(WireMarkets.Event wire, @Nullable List<WireMarkets.Market> beside) {
        int shard = shard(wire.exchangeIndex(), DEFAULT_SHARD);
        List<WireMarkets.Market> wireMarkets = wire.markets() == null ? beside : wire.markets();
        MarketListings markets = markets(wireMarkets == null ? List.of() : wireMarkets, shard);
        return new EventListing(
                Fields.parsed("event_ticker", wire.eventTicker(), EventTicker::new),
                Fields.parsed("series_ticker", wire.seriesTicker(), SeriesTicker::new),
                Fields.text(wire.title()).orElse(""),
                Fields.text(wire.subTitle()).orElse(""),
                Fields.optionalTime("strike_date", wire.strikeDate()),
                fees(wire.feeTypeOverride(), wire.feeMultiplierOverride()),
                shard,
                markets.markets(),
                markets.skipped());
    }

    /**
     * @param eventShard the shard of those that name none
     */
    public static MarketListings markets(List<WireMarkets.Market> wire, int eventShard) {
        List<MarketListing> markets = new ArrayList<>();
        List<SkippedMarket> skipped = new ArrayList<>();
        for (WireMarkets.Market market : wire) {
            try {
                markets.add(market(market, eventShard));
            } catch (UnreadableAnswer | IllegalArgumentException | ArithmeticException e) {
                skipped.add(
                        new SkippedMarket(Fields.text(market.ticker()).orElse("?"), String.valueOf(e.getMessage())));
            }
        }
        return new MarketListings(markets, skipped);
    }

    /**
     * @throws UnreadableAnswer when it is no market of ours; the message says why
     */
    public static MarketListing market(WireMarkets.Market wire, int eventShard) {
        return new MarketListing(
                new Market(
                        Fields.ticker(wire.ticker()),
                        Fields.parsed("event_ticker", wire.eventTicker(), EventTicker::new),
                        strike(wire),
                        status(wire.status()),
                        Fields.time("open_time", wire.openTime()),
                        Fields.time("close_time", wire.closeTime()),
                        grid(wire.priceRanges()),
                        shard(wire.exchangeIndex(), eventShard)),
                Fields.text(wire.yesSubTitle()).orElse(""),
                Fields.text(wire.noSubTitle()).orElse(""),
                BookParser.top(wire.yesBidDollars(), wire.yesBidSizeFp(), wire.yesAskDollars(), wire.yesAskSizeFp()),
                Fields.optional("last_price_dollars", wire.lastPriceDollars(), Price::of)
                        .filter(price -> price.isAbove(Price.ZERO)),
                Fields.quantityOrZero("volume_fp", wire.volumeFp()),
                Fields.quantityOrZero("volume_24h_fp", wire.volume24hFp()),
                Fields.quantityOrZero("open_interest_fp", wire.openInterestFp()),
                result(wire.result()),
                Fields.optional("settlement_value_dollars", wire.settlementValueDollars(), Price::of),
                level(wire.expirationValue()),
                Fields.optionalTime("settlement_ts", wire.settlementTs()),
                Fields.optionalTime("fee_waiver_expiration_time", wire.feeWaiverExpirationTime()));
    }

    public static PublicTrade trade(WireMarkets.Trade wire) {
        return new PublicTrade(
                required("trade_id", wire.tradeId()),
                Fields.ticker(wire.ticker()),
                Fields.price("yes_price_dollars", wire.yesPriceDollars()),
                Fields.quantity("count_fp", wire.countFp()),
                Sides.bought(wire.takerOutcomeSide(), wire.takerBookSide(), "buy", wire.takerSide()),
                Boolean.TRUE.equals(wire.isBlockTrade()),
                Fields.time("created_time", wire.createdTime()));
    }

    /** Absent, null and empty overrides say nothing. */
    static FeeTerms fees(@Nullable String type, @Nullable BigDecimal multiplier) {
        return new FeeTerms(Fields.text(type), Optional.ofNullable(multiplier));
    }

    static Optional<MarketResult> result(@Nullable String result) {
        return Fields.text(result).map(text -> switch (text) {
            case "yes" -> MarketResult.YES;
            case "no" -> MarketResult.NO;
            case "scalar" -> MarketResult.SCALAR;
            default -> MarketResult.UNKNOWN;
        });
    }

    private static Strike strike(WireMarkets.Market wire) {
        String type = required("strike_type", wire.strikeType());
        StrikeType known =
                switch (type) {
                    case "greater" -> StrikeType.GREATER;
                    case "greater_or_equal" -> StrikeType.GREATER_OR_EQUAL;
                    case "less" -> StrikeType.LESS;
                    case "less_or_equal" -> StrikeType.LESS_OR_EQUAL;
                    case "between" -> StrikeType.BETWEEN;
                    default ->
                        throw new UnreadableAnswer("expected a strike by level, found strike_type '" + type + "'");
                };
        try {
            return new Strike(known, spot(wire.floorStrike()), spot(wire.capStrike()));
        } catch (IllegalArgumentException e) {
            throw new UnreadableAnswer("cannot read the strike: " + e.getMessage(), e);
        }
    }

    private static @Nullable SpotPrice spot(@Nullable BigDecimal level) {
        return level == null ? null : SpotPrice.of(level);
    }

    private static MarketStatus status(@Nullable String status) {
        try {
            return MarketStatus.valueOf(required("status", status).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return MarketStatus.UNKNOWN;
        }
    }

    private static PriceGrid grid(@Nullable List<WireMarkets.PriceRange> ranges) {
        try {
            return new PriceGrid(required("price_ranges", ranges).stream()
                    .map(range -> new PriceGrid.Band(
                            Fields.price("start", range.start()),
                            Fields.price("end", range.end()),
                            Fields.price("step", range.step())))
                    .toList());
        } catch (IllegalArgumentException e) {
            throw new UnreadableAnswer("cannot read price_ranges: " + e.getMessage(), e);
        }
    }

    /** The deciding level; text that is no level (there are markets about other things) counts as none. */
    private static Optional<SpotPrice> level(@Nullable String value) {
        try {
            return Fields.text(value).map(text -> SpotPrice.of(new BigDecimal(text)));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static int shard(@Nullable Integer exchangeIndex, int fallback) {
        return exchangeIndex == null ? fallback : exchangeIndex;
    }
}
