package io.recio.simulator.kalshi.stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.recio.domain.time.BusinessTime;
import io.recio.simulator.kalshi.exchange.ExchangeEvent.IndexPublished;
import io.recio.simulator.kalshi.exchange.IndexWindow;
import io.recio.simulator.kalshi.wire.Wire;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Bodies of the settlement index channel (EXCHANGES, section C6). */
@RegisterForReflection
final class IndexMessages {

    private static final long QUARTER = 900;

    private IndexMessages() {}

    /** An average and the window it is of. */
    @Wire
    record Average(String value, int windowSize, long windowStartTsMs, long windowEndTsExclusive) {}

    /** The frame of CF Benchmarks, which travels as text inside the message. */
    @Wire
    record Source(String type, String id, long time, String value) {}

    /** A value with its running averages; that of the final minute only within it. */
    @Wire
    record Value(
            String indexId,
            long receivedAt,
            String data,
            @JsonProperty("avg_60s_data") Average trailing,

            @JsonProperty("last_60s_windowed_average_15min") @Nullable
            Average finalMinute) {

        static Value of(IndexPublished published, Frames frames) {
            long millis = published.at().epochMilli();
            String index = published.series().indexId();
            Source source = new Source("value", index, millis, published.value().toString());
            return new Value(index, millis, frames.text(source), ofTrailing(published), ofFinalMinute(published));
        }
    }

    /** Over the window [t - 60 s, t). */
    private static Average ofTrailing(IndexPublished published) {
        BusinessTime start = published.at().minus(Duration.ofSeconds(IndexWindow.VALUES));
        return average(published, start, IndexWindow.VALUES, start);
    }

    /** Over the window (close - 60 s, now], in the minute up to a quarter hour. */
    private static @Nullable Average ofFinalMinute(IndexPublished published) {
        long left = Math.floorMod(-published.at().epochSecond(), QUARTER);
        if (left >= IndexWindow.VALUES) {
            return null;
        }
        int size = (int) (IndexWindow.VALUES - left);
        BusinessTime start = published.at().minus(Duration.ofSeconds(size));
        return average(published, start.plus(Duration.ofSeconds(1)), size, start);
    }

    private static Average average(IndexPublished published, BusinessTime first, int size, BusinessTime start) {
        String value = published
                .index()
                .average(published.series().symbol(), first, size)
                .toPlainString();
        return new Average(value, size, start.epochMilli(), published.at().epochMilli());
    }
}
