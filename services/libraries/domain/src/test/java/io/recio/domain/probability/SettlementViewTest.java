package io.recio.domain.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.recio.domain.price.Deltas;
import io.recio.domain.price.FeedPulse;
import io.recio.domain.price.IndexValue;
import io.recio.domain.price.PartialAverage;
import io.recio.domain.price.PriceSnapshot;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.price.Symbol;
import io.recio.domain.price.Volatility;
import io.recio.domain.time.BusinessTime;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SettlementViewTest {

    private static final BusinessTime CLOSE = BusinessTime.parse("2026-11-22T17:00:00Z");
    private static final SpotPrice SPOT = SpotPrice.of("100");
    private static final SpotPrice INDEX = SpotPrice.of("101");

    @Test
    void followsTheSettlementIndexWhenItIsFresh() {
        BusinessTime now = before(120);
        SettlementView view = SettlementView.of(snapshot(null, index(now, null)), CLOSE, now);

        assertThat(view.basis()).isEqualTo(PriceBasis.INDEX);
        assertThat(view.price()).isEqualTo(INDEX);
        assertThat(view.average().orElseThrow().effectiveHorizonSeconds()).isCloseTo(80.503, within(0.001));
    }

    @Test
    void runsOnSpotAndSaysSoWhenTheIndexIsLate() {
        BusinessTime now = before(120);
        SettlementView view = SettlementView.of(snapshot(null, index(before(124), null)), CLOSE, now);

        assertThat(view.basis()).isEqualTo(PriceBasis.SPOT);
        assertThat(view.price()).isEqualTo(SPOT);
    }

    @Test
    void countsTheValuesSeenInsideTheWindow() {
        BusinessTime now = before(30);
        PartialAverage seen = new PartialAverage(CLOSE, 30, SpotPrice.of("102"));
        SettlementView view = SettlementView.of(snapshot(null, index(now, seen)), CLOSE, now);

        assertThat(view.average().orElseThrow().mean()).isCloseTo((30 * 102 + 30 * 101) / 60.0, within(1e-9));
        assertThat(view.average().orElseThrow().varianceSeconds()).isCloseTo(2.626, within(0.0005));
    }

    @Test
    void takesLateValuesForMissingOnes() {
        BusinessTime now = before(30);
        PartialAverage seen = new PartialAverage(CLOSE, 28, SpotPrice.of("101"));
        SettlementView view = SettlementView.of(snapshot(null, index(now, seen)), CLOSE, now);

        assertThat(view.average().orElseThrow().effectiveHorizonSeconds())
                .isEqualTo(SettlementAverage.inside(101, 32, 28 * 101).effectiveHorizonSeconds());
    }

    @Test
    void turnsToSpotWhenTheIndexDoesNotKnowTheRunningWindow() {
        BusinessTime now = before(30);
        PartialAverage ours = new PartialAverage(CLOSE, 30, SPOT);
        SettlementView view = SettlementView.of(snapshot(ours, index(now, null)), CLOSE, now);

        assertThat(view.basis()).isEqualTo(PriceBasis.SPOT);
        assertThat(view.average()).isPresent();
    }

    @Test
    void knowsNoAverageWhenNobodyCountedItsValues() {
        BusinessTime now = before(30);
        PartialAverage another = new PartialAverage(CLOSE.plus(Duration.ofMinutes(15)), 30, SPOT);

        assertThat(SettlementView.of(snapshot(null, null), CLOSE, now).noProbability())
                .contains(NoProbability.AVERAGE_UNKNOWN);
        assertThat(SettlementView.of(snapshot(another, null), CLOSE, now).noProbability())
                .contains(NoProbability.AVERAGE_UNKNOWN);
    }

    @Test
    void hasNothingToPriceOnceAllValuesAreInOrTheMarketClosed() {
        PartialAverage complete = new PartialAverage(CLOSE, 60, SPOT);

        assertThat(SettlementView.of(snapshot(complete, null), CLOSE, before(1)).noProbability())
                .contains(NoProbability.AVERAGE_COMPLETE);
        assertThat(SettlementView.of(snapshot(complete, null), CLOSE, CLOSE).noProbability())
                .contains(NoProbability.MARKET_CLOSED);
    }

    private static BusinessTime before(long seconds) {
        return CLOSE.minus(Duration.ofSeconds(seconds));
    }

    private static IndexValue index(BusinessTime at, @Nullable PartialAverage average) {
        return new IndexValue(INDEX, at, Optional.ofNullable(average));
    }

    private static PriceSnapshot snapshot(@Nullable PartialAverage spotAverage, @Nullable IndexValue index) {
        return new PriceSnapshot(
                Symbol.BTC,
                SPOT,
                CLOSE,
                Optional.empty(),
                Optional.empty(),
                Deltas.NONE,
                Volatility.NONE,
                FeedPulse.heard(CLOSE),
                Optional.ofNullable(spotAverage),
                Optional.ofNullable(index));
    }
}
