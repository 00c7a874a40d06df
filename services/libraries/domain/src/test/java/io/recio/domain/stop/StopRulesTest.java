package io.recio.domain.stop;

import static io.recio.domain.trade.TradeFixtures.entryFilled;
import static io.recio.domain.trade.TradeFixtures.requested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recio.domain.fee.FeePrecision;
import io.recio.domain.fee.FeeSchedule;
import io.recio.domain.market.Side;
import io.recio.domain.market.Strike;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.price.Momentum;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.probability.Probability;
import io.recio.domain.settings.InvalidSetting;
import io.recio.domain.stop.StopVerdict.Close;
import io.recio.domain.stop.StopVerdict.EmergencyHold;
import io.recio.domain.stop.StopVerdict.EmergencyHoldReason;
import io.recio.domain.stop.StopVerdict.Hold;
import io.recio.domain.stop.StopVerdict.Verifying;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemTime;
import io.recio.domain.trade.CloseReason;
import io.recio.domain.trade.Trade;
import io.recio.domain.trade.TradeEvent.TradeRequested;
import io.recio.domain.trade.TradeFixtures;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StopRulesTest {

    private static final BusinessTime CLOSE = BusinessTime.parse("2026-11-22T17:00:00Z");
    private static final BusinessTime NOW = CLOSE.minus(Duration.ofSeconds(600));
    private static final Hold HOLD = new Hold();

    /** A calm moment of a no trade, and the defaults with the master on; each test changes one thing. */
    private static final class Case {
        private int ttc = 600;
        private Side side = Side.NO;
        private Optional<Probability> probability = Optional.of(Probability.ofPercent(97));
        private Optional<Price> exit = Optional.of(Price.of("0.95"));
        private Optional<Money> gain = Optional.of(Money.ZERO);
        private Optional<Momentum> momentum = Optional.of(new Momentum(0));
        private boolean sighted = true;
        private boolean bookFresh = true;
        private boolean kept;
        private StopMemory memory = StopMemory.NONE;
        private boolean enabled = true;
        private boolean verification;
        private boolean spike = true;
        private boolean takeProfit;
        private boolean trailing;
        private boolean emergency = true;
        private EmergencyPolicy policy = EmergencyPolicy.CLOSE;

        StopVerdict at(int second) {
            StopReading reading = new StopReading(
                    NOW.plus(Duration.ofSeconds(second)),
                    Duration.ofSeconds(ttc - second),
                    side,
                    Optional.empty(),
                    probability,
                    exit,
                    gain,
                    Optional.empty(),
                    momentum,
                    sighted,
                    bookFresh,
                    kept);
            StopSettings settings = new StopSettings(
                    enabled, 40, 60, verification, 15, spike, 36, takeProfit, 3, trailing, 10, emergency, policy, 60);
            StopDecision decision = StopRules.evaluate(reading, memory, settings);
            memory = decision.memory();
            return decision.verdict();
        }
    }

    @Test
    void holdsWhileAllIsWell() {
        assertThat(new Case().at(0)).isEqualTo(HOLD);
    }

    @ParameterizedTest
    @CsvSource({"39.99, 60, true", "40, 600, false", "39.99, 59, false", "1, 600, true"})
    void sellsWhenTheWinProbabilityFallsBelowTheThresholdWithTimeEnough(double percent, int ttc, boolean sells) {
        Case stop = new Case();
        stop.probability = Optional.of(Probability.ofPercent(percent));
        stop.ttc = ttc;
        StopVerdict verdict = stop.at(0);
        assertThat(verdict instanceof Close).isEqualTo(sells);
        if (verdict instanceof Close close) {
            assertThat(close.reason()).isEqualTo(CloseReason.PROBABILITY_STOP);
            assertThat(close.facts()).containsEntry("threshold", "40.0000");
        }
    }

    @Test
    void doesNothingWhileTheMasterSwitchIsOff() {
        Case off = new Case();
        off.enabled = false;
        off.probability = Optional.of(Probability.ofPercent(1));
        off.momentum = Optional.of(new Momentum(0.9));
        off.takeProfit = true;
        off.gain = Optional.of(Money.of("0.04"));
        assertThat(off.at(0)).isEqualTo(HOLD);
    }

    @Test
    void sellsOnlyOnceTheConditionHasHeldThroughTheWholeVerification() {
        Case verified = new Case();
        verified.verification = true;
        verified.probability = Optional.of(Probability.ofPercent(30));
        Verifying verifying = new Verifying(NOW.plus(Duration.ofSeconds(15)));
        assertThat(verified.at(0)).isEqualTo(verifying);
        assertThat(verified.at(14)).isEqualTo(verifying);
        assertThat(verified.at(15))
                .isEqualTo(
                        close(CloseReason.PROBABILITY_STOP, Map.of("probability", "30.0000", "threshold", "40.0000")));
    }

    @Test
    void startsTheVerificationAnewAfterARecovery() {
        Case verified = new Case();
        verified.verification = true;
        verified.probability = Optional.of(Probability.ofPercent(30));
        verified.at(0);
        verified.probability = Optional.of(Probability.ofPercent(41));
        assertThat(verified.at(10)).isEqualTo(HOLD);
        verified.probability = Optional.of(Probability.ofPercent(30));
        assertThat(verified.at(12)).isEqualTo(new Verifying(NOW.plus(Duration.ofSeconds(27))));
    }

    @Test
    void neitherSellsNorForgetsWhileTheProbabilityIsUnknown() {
        Case verified = new Case();
        verified.verification = true;
        verified.probability = Optional.of(Probability.ofPercent(30));
        verified.at(0);
        verified.probability = Optional.empty();
        assertThat(verified.at(16)).isEqualTo(HOLD);
        verified.probability = Optional.of(Probability.ofPercent(30));
        assertThat(verified.at(17)).isInstanceOf(Close.class);
    }

    @ParameterizedTest
    @CsvSource({
        "NO, 0.36, true", "NO, 0.3599, false", "NO, -0.9, false",
        "YES, -0.36, true", "YES, -0.3599, false", "YES, 0.9, false"
    })
    void sellsTheSideThatAMomentumSpikeHurts(Side side, double score, boolean sells) {
        Case spiked = new Case();
        spiked.side = side;
        spiked.momentum = Optional.of(new Momentum(score));
        StopVerdict verdict = spiked.at(0);
        assertThat(verdict instanceof Close).isEqualTo(sells);
        if (verdict instanceof Close close) {
            assertThat(close.reason()).isEqualTo(CloseReason.MOMENTUM_SPIKE);
        }
    }

    @Test
    void obeysTheSpikesOwnSwitchTheLeastTimeAndUnknownMomentum() {
        Case spiked = new Case();
        spiked.momentum = Optional.of(new Momentum(0.5));
        spiked.spike = false;
        assertThat(spiked.at(0)).isEqualTo(HOLD);
        spiked.spike = true;
        spiked.ttc = 59;
        assertThat(spiked.at(0)).isEqualTo(HOLD);
        spiked.ttc = 600;
        spiked.momentum = Optional.empty();
        assertThat(spiked.at(0)).isEqualTo(HOLD);
    }

    @Test
    void takesAProfitOnceAContractGainsEnough() {
        Case profit = new Case();
        profit.takeProfit = true;
        profit.gain = Optional.of(Money.of("0.029999"));
        assertThat(profit.at(0)).isEqualTo(HOLD);
        profit.gain = Optional.of(Money.of("0.03"));
        assertThat(profit.at(0))
                .isEqualTo(close(
                        CloseReason.TAKE_PROFIT, Map.of("gain_per_contract", "0.030000", "target_cents", "3.0000")));
    }

    @Test
    void trailsTheBestExitPriceSeen() {
        Case trailing = new Case();
        trailing.trailing = true;
        trailing.exit = Optional.of(Price.of("0.97"));
        assertThat(trailing.at(0)).isEqualTo(HOLD);
        trailing.exit = Optional.empty();
        assertThat(trailing.at(1)).isEqualTo(HOLD);
        trailing.exit = Optional.of(Price.of("0.88"));
        assertThat(trailing.at(2)).isEqualTo(HOLD);
        trailing.exit = Optional.of(Price.of("0.87"));
        assertThat(trailing.at(3))
                .isEqualTo(close(
                        CloseReason.TRAILING_STOP,
                        Map.of("best", "0.9700", "exit", "0.8700", "trail_cents", "10.0000")));
    }

    @Test
    void sellsInAnEmergencyOnceBlindForAMinuteWithAFreshBook() {
        Case blind = blind();
        blind.enabled = false;
        assertThat(blind.at(0)).isEqualTo(HOLD);
        assertThat(blind.at(59)).isEqualTo(HOLD);
        assertThat(blind.at(60)).isEqualTo(close(CloseReason.EMERGENCY, Map.of("blind_seconds", "60", "limit", "60")));
    }

    @Test
    void holdsInAnEmergencyWithoutAFreshBookByPolicyOrNearTheEnd() {
        Case unseen = blind();
        unseen.bookFresh = false;
        unseen.at(0);
        assertThat(unseen.at(60)).isEqualTo(new EmergencyHold(EmergencyHoldReason.BOOK_NOT_FRESH));

        Case holding = blind();
        holding.policy = EmergencyPolicy.HOLD;
        holding.at(0);
        assertThat(holding.at(60)).isEqualTo(new EmergencyHold(EmergencyHoldReason.POLICY_IS_HOLD));

        Case late = blind();
        late.ttc = 119;
        late.at(0);
        assertThat(late.at(60)).isEqualTo(new EmergencyHold(EmergencyHoldReason.TOO_CLOSE_TO_THE_END));
        late.ttc = 121;
        assertThat(late.at(61)).isInstanceOf(Close.class);
    }

    @Test
    void forgetsTheEmergencyOnceItSeesAgainOrWhenSwitchedOff() {
        Case blind = blind();
        blind.at(0);
        blind.sighted = true;
        blind.at(30);
        blind.sighted = false;
        blind.at(31);
        assertThat(blind.at(90)).isEqualTo(HOLD);
        blind.emergency = false;
        assertThat(blind.at(200)).isEqualTo(HOLD);
    }

    @Test
    void leavesATradeToTheOperatorWhoStoppedItsSale() {
        Case kept = new Case();
        kept.kept = true;
        kept.probability = Optional.of(Probability.ofPercent(1));
        kept.momentum = Optional.of(new Momentum(0.9));
        assertThat(kept.at(0)).isEqualTo(HOLD);
        Case blind = blind();
        blind.kept = true;
        blind.at(0);
        assertThat(blind.at(60)).isEqualTo(new EmergencyHold(EmergencyHoldReason.KEPT_BY_OPERATOR));
    }

    @Test
    void readsTheBufferOfANoTradeWithItsSign() {
        assertThat(reading("118000", 3).buffer()).contains(new BigDecimal("500.000000"));
        StopReading beyond = reading("118600", 60);
        assertThat(beyond.buffer()).contains(new BigDecimal("-100.000000"));
        assertThat(beyond.probability().orElseThrow().percent()).isEqualTo(40);
    }

    @Test
    void readsTheLossPerContractFromTheOppositeAsk() {
        StopReading reading = reading("118000", 3);
        assertThat(reading.exitPrice()).contains(Price.of("0.94"));
        assertThat(reading.gainPerContract()).contains(Money.of("-0.01"));
        assertThat(reading.pnl()).as("less .02 paid and .04 for selling ten").contains(Money.of("-0.16"));
    }

    @Test
    void refusesSettingsOutOfRange() {
        assertThatThrownBy(() -> new StopSettings(
                        true, 100, 60, false, 15, true, 36, false, 3, false, 10, true, EmergencyPolicy.CLOSE, 60))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("stop_probability must be from 1 to 99 percent, was 100");
    }

    @ParameterizedTest
    @CsvSource({"1, 500", "2, 1000", "5, 8000", "6, 15000", "99, 15000"})
    void waitsLongerAfterEachFailedClose(int failed, long millis) {
        SystemTime ended = SystemTime.of(Instant.parse("2026-11-22T16:50:00Z"));
        assertThat(CloseBackoff.nextAttempt(failed, ended)).isEqualTo(ended.plus(Duration.ofMillis(millis)));
    }

    private static Case blind() {
        Case blind = new Case();
        blind.sighted = false;
        blind.probability = Optional.empty();
        blind.momentum = Optional.empty();
        return blind;
    }

    private static Close close(CloseReason reason, Map<String, String> facts) {
        return new Close(reason, new TreeMap<>(facts));
    }

    /** Ten of no on 118,500 bought at .95, the yes ask at .06. */
    private static StopReading reading(String price, double chanceOfYes) {
        Trade trade = Trade.replay(List.of(noTrade(), entryFilled("a", Side.NO, "0.95", "10", "0.02")));
        Price yesAsk = Price.of("0.06");
        return StopReading.of(
                trade,
                NOW,
                CLOSE,
                Optional.of(SpotPrice.of(price)),
                Optional.of(Probability.ofPercent(chanceOfYes)),
                Optional.of(yesAsk.complement()),
                Optional.empty(),
                FeeSchedule.QUADRATIC.estimate(FeePrecision.CENT),
                true);
    }

    private static TradeRequested noTrade() {
        return requested(Side.NO, TradeFixtures.TICKER, "10", Strike.above(SpotPrice.of("118500")));
    }
}
