package io.recio.domain.entry;

import static io.recio.domain.entry.EntryCase.CLOSE;
import static io.recio.domain.entry.EntryCase.EVENT;
import static io.recio.domain.entry.EntryCase.FIRST;
import static io.recio.domain.entry.EntryCase.NOW;
import static io.recio.domain.entry.EntryCase.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.entry.RowDecision.Enter;
import io.recio.domain.market.Side;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.probability.NoProbability;
import io.recio.domain.probability.Probability;
import io.recio.domain.risk.RiskRequest;
import io.recio.domain.striketable.Edge;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stops every entry of a symbol. */
class EntryRulesTest {

    @Test
    void entersTheSideInTheMoneyWhenEveryCheckPasses() {
        EntryDecision decision = new EntryCase().decide();
        assertThat(decision.state()).isEqualTo(new AutoTradeState.Active());
        assertThat(decision.refusals()).isEmpty();
        assertThat(decision.entries())
                .containsExactly(new Enter(
                        FIRST,
                        Side.YES,
                        Probability.ofPercent(97.6),
                        Price.of("0.95"),
                        Edge.of(Probability.ofPercent(97.6), Price.of("0.95")).less(Money.of("0.004")),
                        new RiskRequest.Entry(
                                EVENT, FIRST, Side.YES, Quantity.of("10"), Price.of("0.96"), Money.of("0.03"), NOW)));
        assertThat(decision.attempts()).containsExactly(new EntryAttempt(FIRST, Side.YES, NOW));
    }

    @Test
    void entersNothingWhileSwitchedOff() {
        EntryCase off = new EntryCase();
        off.settings = Optional.of(EntrySettings.DEFAULT);
        refusesAll(off, new AutoTradeState.Disabled(), RefusalCode.AUTO_ENTRY_OFF, Map.of());
    }

    @Test
    void entersNothingWithoutCompleteSettings() {
        EntryCase incomplete = new EntryCase();
        incomplete.settings = Optional.empty();
        refusesAll(
                incomplete,
                new AutoTradeState.Suspended("SETTINGS_INCOMPLETE"),
                RefusalCode.SETTINGS_INCOMPLETE,
                Map.of());
    }

    @Test
    void suspendsItselfWithTheReason() {
        EntryCase suspended = new EntryCase();
        suspended.suspension = Optional.of("RECONCILIATION_HALTED");
        refusesAll(
                suspended,
                new AutoTradeState.Suspended("RECONCILIATION_HALTED"),
                RefusalCode.SUSPENDED,
                Map.of("reason", "RECONCILIATION_HALTED"));
    }

    @Test
    void entersNothingWhileTheKillSwitchIsOn() {
        EntryCase killed = new EntryCase();
        killed.killSwitch = true;
        assertThat(killed.decide().state()).isEqualTo(new AutoTradeState.Suspended("KILL_SWITCH_ON"));
        assertThat(killed.decide().refusals()).containsExactly(refusal(RefusalCode.KILL_SWITCH_ON, Map.of()));
        assertThat(killed.decide().entries()).isEmpty();
    }

    @Test
    void entersNothingOnStaleInputs() {
        EntryCase stale = new EntryCase();
        stale.stale = List.of(NoProbability.PRICE_STALE, NoProbability.BOOK_STALE);
        refusesAll(
                stale,
                new AutoTradeState.Active(),
                RefusalCode.INPUTS_NOT_FRESH,
                Map.of("reasons", "PRICE_STALE BOOK_STALE"));
    }

    @Test
    void entersNothingWithoutMomentum() {
        EntryCase unknown = new EntryCase();
        unknown.momentum = Optional.empty();
        refusesAll(unknown, new AutoTradeState.Active(), RefusalCode.MOMENTUM_UNKNOWN, Map.of());
    }

    @ParameterizedTest
    @CsvSource({"120, ACTIVE", "900, ACTIVE", "119, INACTIVE", "901, INACTIVE"})
    void entersOnlyInsideTheTimeWindow(int ttcSeconds, String state) {
        EntryCase timed = new EntryCase();
        timed.now = CLOSE.minus(Duration.ofSeconds(ttcSeconds));
        timed.spike = new SpikeAlert(Optional.empty(), Optional.of(timed.now));
        EntryDecision decision = timed.decide();
        assertThat(decision.state().name()).isEqualTo(state);
        assertThat(decision.entries()).hasSize(state.equals("ACTIVE") ? 1 : 0);
    }

    @Test
    void saysHowFarOutsideTheWindowItIs() {
        EntryCase early = new EntryCase();
        early.now = CLOSE.minus(Duration.ofSeconds(1000));
        early.spike = new SpikeAlert(Optional.empty(), Optional.of(early.now));
        refusesAll(
                early,
                new AutoTradeState.Inactive(),
                RefusalCode.TTC_ABOVE_MAXIMUM,
                Map.of("ttc_seconds", "1000", "maximum", "900"));
    }

    @Test
    void entersNothingWhileASpikePausesIt() {
        EntryCase spiked = new EntryCase();
        spiked.spike = new SpikeAlert(Optional.of(NOW.minus(Duration.ofSeconds(1))), Optional.of(NOW));
        refusesAll(
                spiked,
                new AutoTradeState.Paused(Duration.ofSeconds(899)),
                RefusalCode.SPIKE_ALERT,
                Map.of("remaining_seconds", "899"));
    }

    @Test
    void gathersEveryReasonThatStopsAllInTheOrderOfTheChecks() {
        EntryCase hopeless = new EntryCase();
        hopeless.settings = Optional.of(EntrySettings.DEFAULT);
        hopeless.suspension = Optional.of("LEASE_LOST");
        hopeless.killSwitch = true;
        hopeless.stale = List.of(NoProbability.PRICE_STALE);
        hopeless.momentum = Optional.empty();
        hopeless.now = CLOSE.minus(Duration.ofSeconds(10));
        assertThat(hopeless.decide().refusals())
                .extracting(Refusal::code)
                .containsExactly(
                        RefusalCode.AUTO_ENTRY_OFF,
                        RefusalCode.SUSPENDED,
                        RefusalCode.KILL_SWITCH_ON,
                        RefusalCode.INPUTS_NOT_FRESH,
                        RefusalCode.MOMENTUM_UNKNOWN,
                        RefusalCode.TTC_BELOW_MINIMUM,
                        RefusalCode.SPIKE_ALERT);
    }

    @Test
    void decidesTheSameFromTheSameInputs() {
        EntryDecision first = new EntryCase().decide();
        assertThat(EntryRules.evaluate(first.inputs())).isEqualTo(first);
    }

    private static void refusesAll(EntryCase with, AutoTradeState state, RefusalCode code, Map<String, String> facts) {
        EntryDecision decision = with.decide();
        assertThat(decision.state()).isEqualTo(state);
        assertThat(decision.refusals()).containsExactly(refusal(code, facts));
        assertThat(decision.entries()).isEmpty();
        assertThat(decision.attempts()).isEmpty();
    }
}
