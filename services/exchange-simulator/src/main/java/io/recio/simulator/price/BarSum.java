package io.recio.simulator.price;

import io.recio.domain.time.BusinessTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adds up consecutive minutes to one bar. */
final class BarSum {

    private @Nullable MinuteBar sum;

    void add(@Nullable MinuteBar next) {
        if (next == null) {
            return;
        }
        sum = sum == null
                ? next
                : new MinuteBar(
                        sum.open(),
                        Math.max(sum.high(), next.high()),
                        Math.min(sum.low(), next.low()),
                        next.close(),
                        Math.addExact(sum.volumeUnits(), next.volumeUnits()));
    }

    Optional<Bar> bar(BusinessTime start) {
        return Optional.ofNullable(sum)
                .map(bar -> new Bar(
                        start,
                        Cents.price(bar.open()),
                        Cents.price(bar.high()),
                        Cents.price(bar.low()),
                        Cents.price(bar.close()),
                        bar.volumeUnits()));
    }
}
