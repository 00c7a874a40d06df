package io.recio.kalshi.wire;

import java.util.List;

/** Payloads about the exchange itself. */
public final class WireExchange {

    private WireExchange() {}

    /** GET /exchange/status; the top level speaks for shard 0. */
    public record Status(
            Boolean exchangeActive,
            Boolean tradingActive,
            Boolean intraExchangeTransfersActive,
            String exchangeEstimatedResumeTime,
            List<IndexStatus> exchangeIndexStatuses) {}

    public record IndexStatus(
            Integer exchangeIndex,
            Boolean exchangeActive,
            Boolean tradingActive,
            Boolean intraExchangeTransfersActive) {}

    /** GET /exchange/schedule; hours are New York time. */
    public record ScheduleAnswer(Schedule schedule) {}

    public record Schedule(List<Week> standardHours, List<Maintenance> maintenanceWindows) {}

    public record Week(
            String startTime,
            String endTime,
            List<Hours> monday,
            List<Hours> tuesday,
            List<Hours> wednesday,
            List<Hours> thursday,
            List<Hours> friday,
            List<Hours> saturday,
            List<Hours> sunday) {}

    public record Hours(String openTime, String closeTime) {}

    public record Maintenance(String startDatetime, String endDatetime) {}

    /** GET /exchange/user_data_timestamp. */
    public record UserDataTimestamp(String asOfTime) {}

    /** GET /account/limits. */
    public record Limits(String usageTier, BucketLimit read, BucketLimit write) {}

    public record BucketLimit(Long refillRate, Long bucketCapacity) {}

    /** GET /api_keys. */
    public record ApiKeys(List<ApiKey> apiKeys) {}

    public record ApiKey(String apiKeyId, String name, List<String> scopes, Integer subaccount) {}

    /** GET /cfbenchmarks/values: the index provider's own answer, in an envelope or bare. */
    public record IndexAnswer(IndexValues data, List<IndexPoint> payload) {}

    public record IndexValues(List<IndexPoint> payload) {}

    public record IndexPoint(Long time, String value) {}
}
