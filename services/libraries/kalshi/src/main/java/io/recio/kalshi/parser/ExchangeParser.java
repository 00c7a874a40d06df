package io.recio.kalshi.parser;

import static io.recio.kalshi.parser.Fields.required;

import io.recio.domain.price.SpotPrice;
import io.recio.domain.time.SystemTime;
import io.recio.kalshi.errors.UnreadableAnswer;
import io.recio.kalshi.limits.AccountLimits;
import io.recio.kalshi.model.ApiKeyDetails;
import io.recio.kalshi.model.ExchangeSchedule;
import io.recio.kalshi.model.ExchangeStatus;
import io.recio.kalshi.model.ExchangeStatus.Activity;
import io.recio.kalshi.model.IndexValue;
import io.recio.kalshi.wire.WireExchange;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Status, schedule, limits and index values. */
public final class ExchangeParser {

    private ExchangeParser() {}

    public static ExchangeStatus status(WireExchange.Status wire) {
        return new ExchangeStatus(
                activity(wire.exchangeActive(), wire.tradingActive(), wire.intraExchangeTransfersActive()),
                listed(wire.exchangeIndexStatuses()).stream()
                        .map(ExchangeParser::shard)
                        .toList(),
                Fields.optionalTime("exchange_estimated_resume_time", wire.exchangeEstimatedResumeTime()));
    }

    public static ExchangeSchedule schedule(WireExchange.ScheduleAnswer wire) {
        WireExchange.Schedule schedule = required("schedule", wire.schedule());
        return new ExchangeSchedule(
                listed(schedule.standardHours()).stream()
                        .map(ExchangeParser::week)
                        .toList(),
                listed(schedule.maintenanceWindows()).stream()
                        .map(window -> new ExchangeSchedule.Maintenance(
                                Fields.time("start_datetime", window.startDatetime()),
                                Fields.time("end_datetime", window.endDatetime())))
                        .toList());
    }

    /** Up to when the account's data is visible, on the exchange's real clock. */
    public static SystemTime userDataTimestamp(WireExchange.UserDataTimestamp wire) {
        return Fields.parsed("as_of_time", wire.asOfTime(), text -> SystemTime.of(Instant.parse(text)));
    }

    public static AccountLimits limits(WireExchange.Limits wire) {
        return new AccountLimits(
                Fields.text(wire.usageTier()).orElse("unknown"),
                bucket("read", wire.read()),
                bucket("write", wire.write()));
    }

    public static ApiKeyDetails apiKey(WireExchange.ApiKey wire) {
        return new ApiKeyDetails(
                required("api_key_id", wire.apiKeyId()),
                Fields.text(wire.name()).orElse(""),
                Set.copyOf(listed(wire.scopes())),
                Optional.ofNullable(wire.subaccount()));
    }

    public static List<IndexValue> indexValues(String indexId, WireExchange.IndexAnswer wire) {
        List<WireExchange.IndexPoint> points =
                wire.data() == null ? wire.payload() : wire.data().payload();
        return required("payload", points).stream()
                .map(point -> new IndexValue(
                        indexId,
                        Fields.parsed("value", point.value(), text -> SpotPrice.of(new BigDecimal(text))),
                        Fields.unix(required("time", point.time())),
                        Optional.empty(),
                        Optional.empty()))
                .toList();
    }

    private static ExchangeStatus.ShardActivity shard(WireExchange.IndexStatus wire) {
        return new ExchangeStatus.ShardActivity(
                required("exchange_index", wire.exchangeIndex()),
                activity(wire.exchangeActive(), wire.tradingActive(), wire.intraExchangeTransfersActive()));
    }

    private static Activity activity(
            @Nullable Boolean exchange, @Nullable Boolean trading, @Nullable Boolean transfers) {
        return new Activity(
                required("exchange_active", exchange),
                required("trading_active", trading),
                Boolean.TRUE.equals(transfers));
    }

    private static ExchangeSchedule.Week week(WireExchange.Week wire) {
        Map<DayOfWeek, List<ExchangeSchedule.Hours>> days = new EnumMap<>(DayOfWeek.class);
        days.put(DayOfWeek.MONDAY, hours(wire.monday()));
        days.put(DayOfWeek.TUESDAY, hours(wire.tuesday()));
        days.put(DayOfWeek.WEDNESDAY, hours(wire.wednesday()));
        days.put(DayOfWeek.THURSDAY, hours(wire.thursday()));
        days.put(DayOfWeek.FRIDAY, hours(wire.friday()));
        days.put(DayOfWeek.SATURDAY, hours(wire.saturday()));
        days.put(DayOfWeek.SUNDAY, hours(wire.sunday()));
        return new ExchangeSchedule.Week(
                Fields.time("start_time", wire.startTime()), Fields.time("end_time", wire.endTime()), days);
    }

    private static List<ExchangeSchedule.Hours> hours(@Nullable List<WireExchange.Hours> wire) {
        return listed(wire).stream()
                .map(hours -> new ExchangeSchedule.Hours(
                        required("open_time", hours.openTime()), required("close_time", hours.closeTime())))
                .toList();
    }

    private static AccountLimits.Bucket bucket(String name, WireExchange.@Nullable BucketLimit wire) {
        WireExchange.BucketLimit limit = required(name, wire);
        try {
            return new AccountLimits.Bucket(
                    required("refill_rate", limit.refillRate()), required("bucket_capacity", limit.bucketCapacity()));
        } catch (IllegalArgumentException e) {
            throw new UnreadableAnswer("cannot read the " + name + " limit: " + e.getMessage(), e);
        }
    }

    private static <T> List<T> listed(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
