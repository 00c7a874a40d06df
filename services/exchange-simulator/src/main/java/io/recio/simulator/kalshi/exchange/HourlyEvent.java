package io.recio.simulator.kalshi.exchange;

import io.recio.domain.market.EventTicker;
import io.recio.domain.market.MarketStatus;
import io.recio.domain.market.Strike;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.time.BusinessTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One hour of a series: markets that open, close, are determined and settle together. Read it only while the exchange
 * is locked.
 */
public final class HourlyEvent {

    /** From determination to settlement ({@code settlement_timer_seconds}). */
    public static final Duration SETTLEMENT_TIMER = Duration.ofSeconds(60);

    private static final int EARLIEST_DETERMINATION = 60;
    private static final int LATEST_DETERMINATION = 75;

    private final SeriesSpec series;
    private final EventTicker ticker;
    private final BusinessTime createdAt;
    private final BusinessTime closesAt;
    private final BusinessTime determinesAt;
    private final BigDecimal strikeStep;
    private final List<HourlyMarket> markets;
    private MarketStatus status = MarketStatus.INITIALIZED;
    private @Nullable SpotPrice settlementValue;

    HourlyEvent(
            SeriesSpec series, BusinessTime createdAt, BusinessTime closesAt, SpotPrice price, RandomGenerator random) {
        this.series = series;
        this.createdAt = createdAt;
        this.closesAt = closesAt;
        this.ticker = TickerGrammar.event(series.ticker(), closesAt);
        this.strikeStep = series.stepAt(price);
        this.determinesAt =
                closesAt.plus(Duration.ofSeconds(random.nextInt(EARLIEST_DETERMINATION, LATEST_DETERMINATION + 1)));
        List<Strike> strikes = StrikeLadder.around(price, strikeStep, series.strikes());
        this.markets = strikes.stream()
                .map(strike -> new HourlyMarket(this, strike, new UUID(random.nextLong(), random.nextLong())))
                .toList();
    }

    public SeriesSpec series() {
        return series;
    }

    public EventTicker ticker() {
        return ticker;
    }

    public BusinessTime createdAt() {
        return createdAt;
    }

    public BusinessTime opensAt() {
        return closesAt.minus(series.every());
    }

    public BusinessTime closesAt() {
        return closesAt;
    }

    public BusinessTime determinesAt() {
        return determinesAt;
    }

    public BusinessTime settlesAt() {
        return determinesAt.plus(SETTLEMENT_TIMER);
    }

    /** The gap of neighbouring strikes, in dollars. */
    public BigDecimal strikeStep() {
        return strikeStep;
    }

    /** Lowest strike first. */
    public List<HourlyMarket> markets() {
        return markets;
    }

    public MarketStatus status() {
        return status;
    }

    /** The average it settles by, once determined. */
    public Optional<SpotPrice> settlementValue() {
        return Optional.ofNullable(settlementValue);
    }

    void open() {
        status = MarketStatus.ACTIVE;
    }

    void close() {
        status = MarketStatus.CLOSED;
    }

    void determine(SpotPrice value) {
        settlementValue = value;
        status = MarketStatus.DETERMINED;
    }

    void settle() {
        status = MarketStatus.FINALIZED;
    }
}
