package io.recio.apiwatchdog.status;

import io.recio.apiwatchdog.ApiWatchdogConfig;
import io.recio.apiwatchdog.work.Reading;
import io.recio.apiwatchdog.work.RestReads;
import io.recio.apiwatchdog.work.Timer;
import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.SystemClock;
import io.recio.domain.time.SystemTime;
import io.recio.kalshi.model.ExchangeSchedule;
import io.recio.kalshi.model.ExchangeStatus;
import io.recio.servicekit.Freshness;
import io.recio.servicekit.FunctionalHealth;
import io.recio.storage.Fence;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Reads the exchange's status every second and its schedule every hour; writes what changed. The status readings are also
 * the proof that the API answers. Called on the desk's thread.
 */
@Singleton
public class ExchangeWatch {

    private static final Logger LOG = Logger.getLogger(ExchangeWatch.class);
    private static final Duration SCHEDULE_RETRY = Duration.ofSeconds(30);

    private final ExchangeSource source;
    private final ExchangeStore store;
    private final RestReads reads;
    private final ApiWatchdogConfig.Exchange config;
    private final BusinessClock business;
    private final SystemClock clock;
    private final Freshness figure;

    private Timer status = new Timer();
    private Timer schedule = new Timer();
    private Timer rewriteShards = new Timer();
    private Timer rewriteHealth = new Timer();
    private Map<Integer, ShardStatus> shards = Map.of();
    private ApiHealth health = ApiHealth.UNKNOWN;

    ExchangeWatch(
            ExchangeSource source,
            ExchangeStore store,
            RestReads reads,
            ApiWatchdogConfig config,
            FunctionalHealth functional,
            BusinessClock business,
            SystemClock clock) {
        this.source = source;
        this.store = store;
        this.reads = reads;
        this.config = config.exchange();
        this.business = business;
        this.clock = clock;
        this.figure = functional.figure("status", config.exchange().statusAgeLimit());
    }

    /** Begins anew, remembering whether people have been told that the API does not answer. */
    public void open() {
        status = new Timer();
        schedule = new Timer();
        rewriteShards = new Timer();
        rewriteHealth = new Timer();
        shards = Map.of();
        health = store.health();
    }

    /** Asks for what is due. */
    public void look(Fence fence, Set<Integer> ours) {
        long nanos = clock.nanos();
        if (status.isDue(nanos) && reads.start("status", source::status, reading -> told(fence, reading, ours))) {
            status.restart(nanos, config.statusInterval());
        }
        if (schedule.isDue(nanos) && reads.start("schedule", source::schedule, reading -> scheduled(fence, reading))) {
            schedule.restart(nanos, config.scheduleInterval());
        }
    }

    /** Whether the shard took orders when last read; false when unknown. */
    public boolean isTrading(int exchangeIndex) {
        ShardStatus shard = shards.get(exchangeIndex);
        return shard != null && shard.isTrading();
    }

    /** For the heartbeat. */
    public JsonObject report() {
        JsonObject trading = new JsonObject();
        shards.forEach((index, shard) -> trading.put(Integer.toString(index), shard.isTrading()));
        return new JsonObject()
                .put("reachable", health.reachable())
                .put("failuresInRow", health.failuresInRow())
                .put("latencyMs", health.latency().map(Duration::toMillis).orElse(null))
                .put("trading", trading);
    }

    private void told(Fence fence, Reading<ExchangeStatus> reading, Set<Integer> ours) {
        switch (reading) {
            case Reading.Answered<ExchangeStatus>(var told, var at, var took) -> {
                figure.good();
                writeShards(fence, ShardStatus.of(told, ours), at);
                judged(fence, health.good(took, at));
            }
            case Reading.Failed<ExchangeStatus>(var reason, var at) ->
                judged(fence, health.failed(reason, config.failureLimit()));
        }
    }

    private void writeShards(Fence fence, Map<Integer, ShardStatus> now, SystemTime at) {
        boolean changed = !now.equals(shards);
        if (changed) {
            LOG.infof("Exchange status changed shards=%s", now);
        }
        if (changed || rewriteShards.isDue(clock.nanos())) {
            store.write(fence, now, at);
            rewriteShards.restart(clock.nanos(), config.rewriteInterval());
            shards = now;
        }
    }

    private void judged(Fence fence, ApiHealth now) {
        boolean turned = now.reachable() != health.reachable();
        boolean changed = turned || now.failuresInRow() != health.failuresInRow();
        health = now;
        if (changed || rewriteHealth.isDue(clock.nanos())) {
            store.write(fence, now, clock.now());
            rewriteHealth.restart(clock.nanos(), config.rewriteInterval());
        }
        if (turned && now.reachable()) {
            LOG.infof(
                    "API answers again latencyMs=%d",
                    now.latency().map(Duration::toMillis).orElse(0L));
            store.allClear(now, business.now());
        } else if (turned) {
            LOG.errorf(
                    "API does not answer failures=%d reason=%s",
                    now.failuresInRow(), now.lastError().orElse(""));
            store.alert(now, business.now());
        }
    }

    private void scheduled(Fence fence, Reading<ExchangeSchedule> reading) {
        switch (reading) {
            case Reading.Answered<ExchangeSchedule>(var told, var at, var took) -> store.write(fence, told, at);
            case Reading.Failed<ExchangeSchedule>(var reason, var at) -> {
                schedule.restart(clock.nanos(), SCHEDULE_RETRY);
                LOG.warnf("Schedule not read reason=%s", reason);
            }
        }
    }
}
