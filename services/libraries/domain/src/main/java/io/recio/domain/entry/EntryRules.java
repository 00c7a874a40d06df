package io.recio.domain.entry;

import io.recio.domain.entry.RowDecision.Enter;
import io.recio.domain.risk.RiskBook;
import io.recio.domain.striketable.StrikeRow;
import io.recio.domain.time.BusinessTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The checks of automatic entry, in their order (PRODUCT, section 5). Pure: the same inputs give the same decision. */
public final class EntryRules {

    private EntryRules() {}

    /** Run at every change of the strike table. */
    public static EntryDecision evaluate(EntryInputs inputs) {
        List<Refusal> refusals = refusals(inputs);
        List<RowDecision> rows = inputs.settings()
                .map(settings -> rows(inputs, settings, refusals.isEmpty()))
                .orElse(List.of());
        return new EntryDecision(inputs, state(inputs), refusals, rows);
    }

    /** What automatic entry is doing at this moment. */
    static AutoTradeState state(EntryInputs inputs) {
        if (inputs.settings().isEmpty()) {
            return new AutoTradeState.Suspended(RefusalCode.SETTINGS_INCOMPLETE.name());
        }
        EntrySettings settings = inputs.settings().get();
        if (!settings.enabled()) {
            return new AutoTradeState.Disabled();
        }
        if (inputs.suspension().isPresent()) {
            return new AutoTradeState.Suspended(inputs.suspension().get());
        }
        if (inputs.risk().killSwitchOn()) {
            return new AutoTradeState.Suspended(RefusalCode.KILL_SWITCH_ON.name());
        }
        Duration paused = inputs.spike().remaining(inputs.now(), settings.spike());
        if (!paused.isZero()) {
            return new AutoTradeState.Paused(paused);
        }
        return isInside(settings, timeToClose(inputs)) ? new AutoTradeState.Active() : new AutoTradeState.Inactive();
    }

    private static List<Refusal> refusals(EntryInputs inputs) {
        List<Refusal> refusals = new ArrayList<>();
        if (inputs.settings().isEmpty()) {
            return List.of(Refusal.of(RefusalCode.SETTINGS_INCOMPLETE, Map.of()));
        }
        EntrySettings settings = inputs.settings().get();
        if (!settings.enabled()) {
            refusals.add(Refusal.of(RefusalCode.AUTO_ENTRY_OFF, Map.of()));
        }
        inputs.suspension()
                .ifPresent(reason -> refusals.add(Refusal.of(RefusalCode.SUSPENDED, Map.of("reason", reason))));
        if (inputs.risk().killSwitchOn()) {
            refusals.add(Refusal.of(RefusalCode.KILL_SWITCH_ON, Map.of()));
        }
        freshness(inputs).ifPresent(refusals::add);
        if (inputs.table().momentum().isEmpty()) {
            refusals.add(Refusal.of(RefusalCode.MOMENTUM_UNKNOWN, Map.of()));
        }
        window(settings, timeToClose(inputs)).ifPresent(refusals::add);
        spike(inputs, settings).ifPresent(refusals::add);
        return refusals;
    }

    private static Optional<Refusal> freshness(EntryInputs inputs) {
        if (!inputs.table().inputsAreFresh()) {
            String reasons =
                    inputs.table().noProbability().stream().map(Enum::name).collect(Collectors.joining(" "));
            return Optional.of(Refusal.of(RefusalCode.INPUTS_NOT_FRESH, Map.of("reasons", reasons)));
        }
        if (!inputs.watchlist().eventTicker().equals(inputs.table().eventTicker())) {
            return Optional.of(Refusal.of(
                    RefusalCode.INPUTS_NOT_FRESH,
                    Map.of(
                            "table", inputs.table().eventTicker().value(),
                            "watchlist", inputs.watchlist().eventTicker().value())));
        }
        return Optional.empty();
    }

    private static Optional<Refusal> window(EntrySettings settings, Duration ttc) {
        String seconds = Long.toString(ttc.toSeconds());
        if (ttc.compareTo(Duration.ofSeconds(settings.minTimeSeconds())) < 0) {
            return Optional.of(Refusal.of(
                    RefusalCode.TTC_BELOW_MINIMUM,
                    Map.of("ttc_seconds", seconds, "minimum", Integer.toString(settings.minTimeSeconds()))));
        }
        if (ttc.compareTo(Duration.ofSeconds(settings.maxTimeSeconds())) > 0) {
            return Optional.of(Refusal.of(
                    RefusalCode.TTC_ABOVE_MAXIMUM,
                    Map.of("ttc_seconds", seconds, "maximum", Integer.toString(settings.maxTimeSeconds()))));
        }
        return Optional.empty();
    }

    private static Optional<Refusal> spike(EntryInputs inputs, EntrySettings settings) {
        Duration remaining = inputs.spike().remaining(inputs.now(), settings.spike());
        if (remaining.isZero()) {
            return Optional.empty();
        }
        return Optional.of(
                Refusal.of(RefusalCode.SPIKE_ALERT, Map.of("remaining_seconds", Long.toString(remaining.toSeconds()))));
    }

    /** Each entry counts against the limits of those after it, before its trade is written. */
    private static List<RowDecision> rows(EntryInputs inputs, EntrySettings settings, boolean open) {
        List<RowDecision> decisions = new ArrayList<>();
        RiskBook risk = inputs.risk();
        for (StrikeRow row : inputs.watchlist().rows()) {
            RowDecision decision = new RowCheck(inputs, settings, row, risk).decide(open);
            if (decision instanceof Enter enter) {
                risk = risk.with(enter.request());
            }
            decisions.add(decision);
        }
        return decisions;
    }

    private static boolean isInside(EntrySettings settings, Duration ttc) {
        return window(settings, ttc).isEmpty();
    }

    private static Duration timeToClose(EntryInputs inputs) {
        BusinessTime close = inputs.table().closesAt();
        return inputs.now().until(close);
    }
}
