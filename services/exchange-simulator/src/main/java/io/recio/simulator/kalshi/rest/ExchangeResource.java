package io.recio.simulator.kalshi.rest;

import io.recio.simulator.kalshi.access.Doorkeeper;
import io.recio.simulator.kalshi.exchange.ExchangeConditions;
import io.recio.simulator.kalshi.wire.Wire;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Whether the exchange is open, when it is, and how new what it says about a member is. */
@KalshiApi
@Path("/trade-api/v2/exchange")
class ExchangeResource {

    private static final int SHARDS = 4;

    private final Doorkeeper door;
    private final ExchangeConditions conditions;

    @Inject
    ExchangeResource(Doorkeeper door, ExchangeConditions conditions) {
        this.door = door;
        this.conditions = conditions;
    }

    /** The exchange's state; the top level is that of shard 0. */
    @Wire
    record Status(
            boolean exchangeActive,
            boolean tradingActive,
            boolean intraExchangeTransfersActive,
            List<ShardStatus> exchangeIndexStatuses) {}

    /** A shard's state. */
    @Wire
    record ShardStatus(
            int exchangeIndex, boolean exchangeActive, boolean tradingActive, boolean intraExchangeTransfersActive) {}

    /** The weekly hours, in Eastern time. */
    @Wire
    record ScheduleAnswer(Schedule schedule) {}

    /** Weeks and exceptions. */
    @Wire
    record Schedule(List<Week> standardHours, List<Window> maintenanceWindows) {}

    /** One week's hours and how long they hold. */
    @Wire
    record Week(
            String startTime,
            String endTime,
            List<Session> monday,
            List<Session> tuesday,
            List<Session> wednesday,
            List<Session> thursday,
            List<Session> friday,
            List<Session> saturday,
            List<Session> sunday) {}

    /** From and to, HH:MM in Eastern time. */
    @Wire
    record Session(String openTime, String closeTime) {}

    /** When the exchange may be away. */
    @Wire
    record Window(String startDatetime, String endDatetime) {}

    /** Up to when fills and orders are shown. */
    @Wire
    record AsOf(String asOfTime) {}

    @GET
    @Path("/status")
    public Status status() {
        List<ShardStatus> shards =
                IntStream.range(0, SHARDS).mapToObj(this::shard).toList();
        ShardStatus first = shards.getFirst();
        return new Status(first.exchangeActive(), first.tradingActive(), first.intraExchangeTransfersActive(), shards);
    }

    /** Open around the clock but for Thursday from three to five. */
    @GET
    @Path("/schedule")
    public ScheduleAnswer schedule() {
        List<Session> whole = List.of(new Session("00:00", "24:00"));
        List<Session> thursday = List.of(new Session("00:00", "03:00"), new Session("05:00", "24:00"));
        return new ScheduleAnswer(new Schedule(
                List.of(new Week(
                        "2024-01-01T05:00:00Z",
                        "2049-12-31T05:00:00Z",
                        whole,
                        whole,
                        whole,
                        thursday,
                        whole,
                        whole,
                        whole)),
                List.of()));
    }

    /** On the exchange's real clock: what was sent before it can be seen, whatever hour the markets have. */
    @GET
    @Path("/user_data_timestamp")
    public AsOf userDataTimestamp() {
        return new AsOf(door.now().toString());
    }

    private ShardStatus shard(int index) {
        boolean active = conditions.isExchangeActive();
        return new ShardStatus(index, active, active && conditions.isTradingActive(index), active);
    }
}
