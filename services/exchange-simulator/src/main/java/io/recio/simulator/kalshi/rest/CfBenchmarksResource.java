package io.recio.simulator.kalshi.rest;

import io.recio.domain.price.SpotPrice;
import io.recio.domain.time.BusinessTime;
import io.recio.simulator.kalshi.exchange.Exchange;
import io.recio.simulator.kalshi.exchange.Floor;
import io.recio.simulator.kalshi.exchange.SeriesSpec;
import io.recio.simulator.kalshi.wire.Wire;
import io.recio.simulator.kalshi.wire.WireText;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The settlement index as CF Benchmarks' own service gives it, passed through. */
@KalshiApi
@Signed
@Path("/trade-api/v2/cfbenchmarks")
class CfBenchmarksResource {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Exchange exchange;

    @Inject
    CfBenchmarksResource(Exchange exchange) {
        this.exchange = exchange;
    }

    /** One value and its moment in unix milliseconds. */
    @Wire
    record Value(String value, long time) {}

    /** Values, oldest first. */
    @Wire
    record Values(String serverTime, List<Value> payload) {}

    /** The values of the last hour. */
    @GET
    @Path("/values")
    public Values values(@QueryParam("id") @Nullable String id) {
        return exchange.locked(floor -> values(floor, id, floor.now().minus(HOUR), floor.now()));
    }

    /** The values of the hour that begins then. */
    @GET
    @Path("/history/values")
    public Values history(
            @QueryParam("id") @Nullable String id,
            @QueryParam("timespan") @Nullable String timespan,
            @QueryParam("timestamp") @Nullable String timestamp) {
        if (!"HOUR".equals(timespan)) {
            throw WireError.invalid("timespan must be HOUR, was " + timespan);
        }
        BusinessTime start = Params.value("timestamp", timestamp, CfBenchmarksResource::parse);
        return exchange.locked(floor -> {
            BusinessTime end = start.plus(HOUR);
            return values(floor, id, start, end.isAfter(floor.now()) ? floor.now() : end);
        });
    }

    private static Values values(Floor floor, @Nullable String id, BusinessTime after, BusinessTime last) {
        SeriesSpec series = floor.markets().series().stream()
                .filter(spec -> spec.indexId().equals(id))
                .findFirst()
                .orElseThrow(() -> WireError.notFound("index " + id));
        return new Values(
                WireText.time(floor.now()),
                LongStream.rangeClosed(after.epochSecond() + 1, last.epochSecond())
                        .mapToObj(second -> value(floor, series, second))
                        .toList());
    }

    private static Value value(Floor floor, SeriesSpec series, long second) {
        BusinessTime time = BusinessTime.ofEpochSecond(second);
        SpotPrice price = floor.index().at(series.symbol(), time);
        return new Value(price.toString(), time.epochMilli());
    }

    private static BusinessTime parse(String text) {
        try {
            return BusinessTime.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("timestamp must be RFC 3339, was " + text, e);
        }
    }
}
