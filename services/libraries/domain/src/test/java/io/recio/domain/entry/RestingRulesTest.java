package io.recio.domain.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.entry.RestingRules.Resting;
import io.recio.domain.market.EventTicker;
import io.recio.domain.market.MarketStatus;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.market.Strike;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.price.Deltas;
import io.recio.domain.price.Momentum;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.price.Symbol;
import io.recio.domain.probability.ModelName;
import io.recio.domain.probability.NoProbability;
import io.recio.domain.probability.PriceBasis;
import io.recio.domain.probability.Probability;
import io.recio.domain.striketable.StrikeRow;
import io.recio.domain.striketable.StrikeTable;
import io.recio.domain.time.BusinessTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestingRulesTest {

    private static final BusinessTime CLOSE = BusinessTime.parse("2026-11-22T17:00:00Z");
    private static final EventTicker EVENT = new EventTicker("KXBTCD-26NOV2217");
    private static final MarketTicker TICKER = new MarketTicker("KXBTCD-26NOV2217-T114999.99");
    private static final EntrySettings ON =
            new EntrySettings(true, 120, 900, 95, 0.25, false, SpikeSettings.DEFAULT, 10, 1, true);
    private static final Resting YES = new Resting(TICKER, EVENT, Side.YES, Price.of("0.97"), CLOSE);

    @Test
    void letsAnEntryRestWhileItWouldBeMadeAgainAtItsPrice() {
        assertThat(obstacle(97.25, 0.359)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "97.24, 0.05, DIFFERENTIAL_BELOW_MINIMUM",
        "94.99, 0.05, PROBABILITY_BELOW_MINIMUM",
        "97.25, 0.36, SPIKE_ALERT",
        "97.25, -0.36, SPIKE_ALERT",
    })
    void takesItOutWhenItWouldNot(double percent, double momentum, RefusalCode code) {
        assertThat(obstacle(percent, momentum)).contains(code);
    }

    @Test
    void looksAtTheChanceOfItsOwnSide() {
        Resting no = new Resting(TICKER, EVENT, Side.NO, Price.of("0.02"), CLOSE);
        assertThat(RestingRules.obstacle(no, ON, Optional.of(table(97.25, 0.05)), before(600)))
                .contains(RefusalCode.PROBABILITY_BELOW_MINIMUM);
    }

    @Test
    void takesItOutAtTheLeastTimeToClose() {
        assertThat(RestingRules.obstacle(YES, ON, Optional.of(table(97.25, 0.05)), before(120)))
                .isEmpty();
        assertThat(RestingRules.obstacle(YES, ON, Optional.of(table(97.25, 0.05)), before(119)))
                .contains(RefusalCode.TTC_BELOW_MINIMUM);
    }

    @Test
    void takesItOutWhenNothingSaysThatItMayStay() {
        assertThat(RestingRules.obstacle(YES, ON, Optional.empty(), before(600)))
                .contains(RefusalCode.INPUTS_NOT_FRESH);
        StrikeTable stale = table(EVENT, List.of(NoProbability.PRICE_STALE), Optional.of(new Momentum(0)), 97.25);
        assertThat(RestingRules.obstacle(YES, ON, Optional.of(stale), before(600)))
                .contains(RefusalCode.INPUTS_NOT_FRESH);
        StrikeTable nextHour =
                table(new EventTicker("KXBTCD-26NOV2218"), List.of(), Optional.of(new Momentum(0)), 97.25);
        assertThat(RestingRules.obstacle(YES, ON, Optional.of(nextHour), before(600)))
                .contains(RefusalCode.INPUTS_NOT_FRESH);
        StrikeTable still = table(EVENT, List.of(), Optional.empty(), 97.25);
        assertThat(RestingRules.obstacle(YES, ON, Optional.of(still), before(600)))
                .contains(RefusalCode.MOMENTUM_UNKNOWN);
        Resting elsewhere =
                new Resting(new MarketTicker("KXBTCD-26NOV2217-T115249.99"), EVENT, Side.YES, Price.of("0.97"), CLOSE);
        assertThat(RestingRules.obstacle(elsewhere, ON, Optional.of(table(97.25, 0.05)), before(600)))
                .contains(RefusalCode.PROBABILITY_UNKNOWN);
    }

    @Test
    void takesItOutWithTheOperatorsSwitch() {
        assertThat(RestingRules.obstacle(YES, EntrySettings.DEFAULT, Optional.of(table(97.25, 0.05)), before(600)))
                .contains(RefusalCode.AUTO_ENTRY_OFF);
    }

    private static Optional<RefusalCode> obstacle(double percent, double momentum) {
        return RestingRules.obstacle(YES, ON, Optional.of(table(percent, momentum)), before(600));
    }

    private static BusinessTime before(long seconds) {
        return CLOSE.minus(Duration.ofSeconds(seconds));
    }

    private static StrikeTable table(double percent, double momentum) {
        return table(EVENT, List.of(), Optional.of(new Momentum(momentum)), percent);
    }

    private static StrikeTable table(
            EventTicker event, List<NoProbability> stale, Optional<Momentum> momentum, double percent) {
        StrikeRow row = new StrikeRow(
                TICKER,
                Strike.above(SpotPrice.of("114999.99")),
                400,
                0.35,
                OptionalDouble.empty(),
                Side.YES,
                Optional.of(Probability.ofPercent(percent)),
                Optional.of(ModelName.MOVE_TABLE),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Quantity.ofContracts(2000));
        return new StrikeTable(
                Symbol.BTC,
                "Kalshi",
                SpotPrice.of("115400"),
                PriceBasis.INDEX,
                600,
                event,
                CLOSE,
                "Bitcoin price",
                MarketStatus.ACTIVE,
                OptionalDouble.of(250),
                before(600),
                momentum,
                Deltas.NONE,
                Optional.of(ModelName.MOVE_TABLE),
                stale,
                List.of(row));
    }
}
