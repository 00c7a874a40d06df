package io.recio.domain.stop;

import io.recio.domain.market.Side;
import io.recio.domain.money.Price;
import io.recio.domain.price.Momentum;
import io.recio.domain.probability.Probability;
import io.recio.domain.stop.StopVerdict.Close;
import io.recio.domain.stop.StopVerdict.EmergencyHold;
import io.recio.domain.stop.StopVerdict.EmergencyHoldReason;
import io.recio.domain.stop.StopVerdict.Hold;
import io.recio.domain.stop.StopVerdict.Verifying;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.trade.CloseReason;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The rules of automatic stops, the first that speaks decides: emergency, momentum spike, probability, trailing stop,
 * take-profit. Pure.
 *
 * <p>A trade whose sale the operator has stopped is the operator's: nothing here sells it until a person asks for it again.
 */
public final class StopRules {

    /** With less time an emergency leaves the trade to its settlement. */
    static final Duration EMERGENCY_MIN_TTC = Duration.ofSeconds(60);

    private static final double MONEY_UNITS_PER_CENT = 10_000;

    private StopRules() {}

    /** Run for each held trade at every change of price, strike table or trade. */
    public static StopDecision evaluate(StopReading reading, StopMemory before, StopSettings settings) {
        StopMemory memory = remember(reading, before, settings);
        StopVerdict verdict = Stream.<Supplier<Optional<StopVerdict>>>of(
                        () -> emergency(reading, memory, settings), () -> stops(reading, memory, settings))
                .flatMap(rule -> rule.get().stream())
                .findFirst()
                .orElse(new Hold());
        return new StopDecision(verdict, memory);
    }

    /** An unknown probability neither starts nor ends a verification. */
    private static StopMemory remember(StopReading reading, StopMemory before, StopSettings settings) {
        Optional<BusinessTime> belowSince = before.belowSince();
        if (reading.probability().isPresent()) {
            belowSince = isBelow(reading.probability().get(), settings)
                    ? Optional.of(before.belowSince().orElse(reading.now()))
                    : Optional.empty();
        }
        Optional<Price> bestExit = Stream.of(before.bestExit(), reading.exitPrice())
                .flatMap(Optional::stream)
                .max(Price::compareTo);
        Optional<BusinessTime> blindSince = reading.sighted()
                ? Optional.empty()
                : Optional.of(before.blindSince().orElse(reading.now()));
        return new StopMemory(belowSince, bestExit, blindSince);
    }

    private static Optional<StopVerdict> emergency(StopReading reading, StopMemory memory, StopSettings settings) {
        Duration limit = Duration.ofSeconds(settings.emergencyAfterSeconds());
        Optional<Duration> blind = memory.blindSince().map(since -> since.until(reading.now()));
        if (!settings.emergencyEnabled()
                || blind.filter(time -> time.compareTo(limit) >= 0).isEmpty()) {
            return Optional.empty();
        }
        if (reading.kept()) {
            return Optional.of(new EmergencyHold(EmergencyHoldReason.KEPT_BY_OPERATOR));
        }
        if (!reading.bookFresh()) {
            return Optional.of(new EmergencyHold(EmergencyHoldReason.BOOK_NOT_FRESH));
        }
        return Optional.of(
                switch (settings.emergencyPolicy()) {
                    case HOLD -> new EmergencyHold(EmergencyHoldReason.POLICY_IS_HOLD);
                    case CLOSE ->
                        reading.ttc().compareTo(EMERGENCY_MIN_TTC) < 0
                                ? new EmergencyHold(EmergencyHoldReason.TOO_CLOSE_TO_THE_END)
                                : Close.of(
                                        CloseReason.EMERGENCY,
                                        Map.of(
                                                "blind_seconds",
                                                Long.toString(blind.get().toSeconds()),
                                                "limit",
                                                Long.toString(limit.toSeconds())));
                });
    }

    private static Optional<StopVerdict> stops(StopReading reading, StopMemory memory, StopSettings settings) {
        Duration least = Duration.ofSeconds(settings.minTtcSeconds());
        if (!settings.enabled() || reading.kept() || reading.ttc().compareTo(least) < 0) {
            return Optional.empty();
        }
        return Stream.<Supplier<Optional<StopVerdict>>>of(
                        () -> momentumSpike(reading, settings),
                        () -> probability(reading, memory, settings),
                        () -> trailingStop(reading, memory, settings),
                        () -> takeProfit(reading, settings))
                .flatMap(rule -> rule.get().stream())
                .findFirst();
    }

    private static Optional<StopVerdict> momentumSpike(StopReading reading, StopSettings settings) {
        if (!settings.momentumSpikeEnabled()) {
            return Optional.empty();
        }
        return reading.momentum()
                .filter(momentum -> isAgainst(momentum, reading.side(), settings.momentumSpikeThreshold()))
                .map(momentum -> Close.of(
                        CloseReason.MOMENTUM_SPIKE,
                        Map.of(
                                "momentum", number(momentum.score() * 100),
                                "threshold", number(settings.momentumSpikeThreshold()))));
    }

    private static boolean isAgainst(Momentum momentum, Side side, double threshold) {
        return switch (side) {
            case YES -> momentum.isAtMost(-threshold);
            case NO -> momentum.isAtLeast(threshold);
        };
    }

    private static Optional<StopVerdict> probability(StopReading reading, StopMemory memory, StopSettings settings) {
        if (memory.belowSince().isEmpty() || reading.probability().isEmpty()) {
            return Optional.empty();
        }
        BusinessTime until = memory.belowSince().get().plus(Duration.ofSeconds(settings.verificationSeconds()));
        if (settings.verificationEnabled() && reading.now().isBefore(until)) {
            return Optional.of(new Verifying(until));
        }
        return Optional.of(Close.of(
                CloseReason.PROBABILITY_STOP,
                Map.of(
                        "probability", number(reading.probability().get().percent()),
                        "threshold", number(settings.stopProbabilityPercent()))));
    }

    private static Optional<StopVerdict> trailingStop(StopReading reading, StopMemory memory, StopSettings settings) {
        if (!settings.trailingStopEnabled()
                || reading.exitPrice().isEmpty()
                || memory.bestExit().isEmpty()) {
            return Optional.empty();
        }
        double fallen =
                memory.bestExit().get().cents() - reading.exitPrice().get().cents();
        if (fallen < settings.trailingStopCents()) {
            return Optional.empty();
        }
        return Optional.of(Close.of(
                CloseReason.TRAILING_STOP,
                Map.of(
                        "best", memory.bestExit().get().toString(),
                        "exit", reading.exitPrice().get().toString(),
                        "trail_cents", number(settings.trailingStopCents()))));
    }

    private static Optional<StopVerdict> takeProfit(StopReading reading, StopSettings settings) {
        if (!settings.takeProfitEnabled()) {
            return Optional.empty();
        }
        return reading.gainPerContract()
                .filter(gain -> gain.units() >= settings.takeProfitCents() * MONEY_UNITS_PER_CENT)
                .map(gain -> Close.of(
                        CloseReason.TAKE_PROFIT,
                        Map.of(
                                "gain_per_contract", gain.toString(),
                                "target_cents", number(settings.takeProfitCents()))));
    }

    private static boolean isBelow(Probability probability, StopSettings settings) {
        return probability.percent() < settings.stopProbabilityPercent();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
