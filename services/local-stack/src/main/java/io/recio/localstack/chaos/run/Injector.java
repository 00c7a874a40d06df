package io.recio.localstack.chaos.run;

import io.recio.localstack.chaos.plan.Moment;
import io.recio.localstack.chaos.plan.PlannedFault;
import io.recio.localstack.process.SupervisedProcess;
import io.recio.migrations.DatabaseRole;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Does what a planned fault says, and undoes it in time. */
final class Injector implements AutoCloseable {

    private static final String KALSHI = "kalshi-rest";
    private static final String ORDERS = "POST .*orders";
    private static final String PRIVATE_STREAM = "fill|user_orders|market_positions";
    private static final String BOOK_STREAM = "orderbook_delta";
    private static final int TWICE = 2;
    private static final int CRYPTO_SHARD = 2;
    private static final int ONE_CONTRACT = 100;
    private static final int STEP_MILLIS = 3_000;

    /** Longer than the executor waits for an answer. */
    private static final int NO_ANSWER_MILLIS = 3_500;

    private static final int SLOW_ANSWER_MILLIS = 400;
    private static final int BURST = 8;

    private final ChaosStack stack;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().name("chaos").daemon().factory());
    private final List<ScheduledFuture<?>> undone = new ArrayList<>();
    private final Map<PlannedFault, String> rules = new ConcurrentHashMap<>();
    private final AtomicInteger armed = new AtomicInteger();

    Injector(ChaosStack stack) {
        this.stack = stack;
    }

    /** Makes the moment last long enough to be met: answers come slowly, or not at all. */
    void prepare(Moment moment) {
        switch (moment) {
            case SENDING, CLOSING, UNATTACHED ->
                arm(KALSHI, "latency", ORDERS, Map.of("delayMillis", SLOW_ANSWER_MILLIS, "limit", 3));
            case IN_DOUBT ->
                arm(KALSHI, "timeout-after-applying", ORDERS, Map.of("delayMillis", NO_ANSWER_MILLIS, "limit", 1));
            case ANY, NEW, EXPIRED -> {
                // These come and last by themselves.
            }
        }
    }

    void strike(PlannedFault fault) {
        long lasting = fault.lasting();
        String service = fault.cell().service();
        switch (fault.cell().type()) {
            case KILL -> stack.active(service).kill();
            case FREEZE -> freeze(stack.active(service), lasting);
            case NETWORK_CUT -> cut(stack.activeName(service), lasting);
            case CONNECTIONS_CUT -> cutConnections(service);
            case POSTGRES_KILL -> stack.postgres().kill();
            case TIMEOUT_BEFORE_APPLYING ->
                exchange(fault, "timeout-before-applying", ORDERS, Map.of("delayMillis", NO_ANSWER_MILLIS, "limit", 1));
            case TIMEOUT_AFTER_APPLYING ->
                exchange(fault, "timeout-after-applying", ORDERS, Map.of("delayMillis", NO_ANSWER_MILLIS, "limit", 1));
            case ERROR_AFTER_APPLYING -> exchange(fault, "http-5xx-after-applying", ORDERS, Map.of("limit", TWICE));
            case RATE_LIMITED -> exchange(fault, "http-429", "", Map.of("limit", BURST, "lastingMillis", lasting));
            case FRAMES_DROPPED -> frames("drop", fault);
            case FRAMES_DUPLICATED -> frames("duplicate-frame", fault);
            case FRAMES_REORDERED -> frames("reordered-frames", fault);
            case FRAMES_GAPPED -> frames("sequence-gap", fault);
            case FRAMES_TRUNCATED -> frames("truncated-body", fault);
            case DISCONNECT -> frames("disconnect", fault);
            case PARTIAL_FILL -> exchange(fault, "partial-fill", ORDERS, Map.of("count", ONE_CONTRACT, "limit", 4));
            case TRADING_PAUSE -> condition("trading-pause", Map.of("count", CRYPTO_SHARD, "lastingMillis", lasting));
            case CLOCK_STEP ->
                condition(
                        "clock-skew",
                        Map.of("delayMillis", (long) fault.sign() * STEP_MILLIS, "lastingMillis", lasting));
        }
    }

    /** The fates with what the exchange says of their hits; to be asked before {@link #calm}. */
    List<Fate> withHits(List<Fate> fates) {
        Map<String, Long> struck = stack.simulator().struck();
        return fates.stream()
                .map(fate -> {
                    String rule = rules.get(fate.fault());
                    return rule == null ? fate : fate.hitting(struck.getOrDefault(rule, 0L));
                })
                .toList();
    }

    /** Undoes everything that is still on; nobody waits any longer for his next start than at the first time. */
    void calm() {
        synchronized (undone) {
            undone.forEach(undo -> undo.cancel(false));
            undone.clear();
        }
        stack.simulator().clearFaults();
        for (String name : stack.processNames()) {
            stack.relay(name).mend();
            stack.process(name).thaw();
            stack.process(name).start();
        }
    }

    private void freeze(SupervisedProcess process, long millis) {
        process.freeze();
        later(process::thaw, millis);
    }

    private void cut(String name, long millis) {
        stack.relay(name).cut();
        later(() -> stack.relay(name).mend(), millis);
    }

    private void cutConnections(String service) {
        try {
            stack.rows()
                    .list(
                            row -> row.getBoolean(1),
                            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = ?",
                            DatabaseRole.ofService(service).name());
        } catch (SQLException e) {
            // The database is away: there is nothing left to cut.
        }
    }

    private void frames(String kind, PlannedFault fault) {
        boolean price = fault.stream().equals("price");
        boolean disconnect = kind.equals("disconnect");
        String rule = arm(
                price ? "coinbase-ws" : "kalshi-ws",
                kind,
                price ? "" : fault.stream().equals("book") ? BOOK_STREAM : PRIVATE_STREAM,
                disconnect
                        ? Map.of("limit", 1, "lastingMillis", fault.lasting())
                        : Map.of("probability", 0.5, "lastingMillis", fault.lasting()));
        rules.put(fault, rule);
    }

    private void exchange(PlannedFault planned, String kind, String pattern, Map<String, Object> rest) {
        rules.put(planned, arm(KALSHI, kind, pattern, rest));
    }

    private void condition(String kind, Map<String, Object> rest) {
        arm("exchange", kind, "", rest);
    }

    /** Answers the name it is armed under. */
    private String arm(String scope, String kind, String pattern, Map<String, Object> rest) {
        Map<String, Object> fault = new HashMap<>(rest);
        fault.put("scope", scope);
        fault.put("kind", kind);
        if (!pattern.isEmpty()) {
            fault.put("pattern", pattern);
        }
        String name = "chaos-" + armed.incrementAndGet();
        stack.simulator().arm(name, fault);
        return name;
    }

    private void later(Runnable undo, long millis) {
        synchronized (undone) {
            undone.add(timer.schedule(undo, millis, TimeUnit.MILLISECONDS));
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
