package io.recio.localstack.chaos.run;

import io.recio.localstack.chaos.check.Checker;
import io.recio.localstack.chaos.check.ExchangeBooks;
import io.recio.localstack.chaos.check.Violation;
import io.recio.localstack.chaos.plan.Wish;
import io.recio.localstack.process.SupervisedProcess;
import io.recio.localstack.stack.Progress;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Takes the active instance away in each way there is, while orders flow, and measures until the standby holds the lease.
 * The old one wakes up afterwards; the check at the end proves that it recorded nothing any more.
 */
public final class TakeoverDrill {

    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration ASLEEP = Duration.ofSeconds(6);
    private static final Duration LONG_SLEEP = Duration.ofSeconds(60);
    private static final Duration BETWEEN = Duration.ofSeconds(2);
    private static final Duration SETTLED = Duration.ofSeconds(60);

    /** How the active instance goes. */
    private enum Way {
        KILL,
        FREEZE,
        CUT
    }

    private final ChaosStack stack;
    private final Progress out;
    private final SplittableRandom random = new SplittableRandom(1);
    private final Map<String, List<Long>> times = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    public TakeoverDrill(ChaosStack stack, Progress out) {
        this.stack = stack;
        this.out = out;
    }

    /** @return whether each takeover came within three seconds and the books agree in the end */
    public boolean run(int rounds) throws SQLException, IOException, InterruptedException {
        if (!new FreshAccount(stack).open()) {
            throw new IllegalStateException("order path must be well before the drill, was not");
        }
        stack.rows().update("UPDATE settings.auto_entry SET enabled = true, position_size = 2");
        for (int round = 0; round < rounds && !stack.isEnding(); round++) {
            for (Way way : Way.values()) {
                for (String service : ChaosStack.DOUBLED) {
                    takeAway(way, service, ASLEEP);
                }
            }
        }
        takeAway(Way.FREEZE, ChaosStack.DOUBLED.getFirst(), LONG_SLEEP);
        stack.rows().update("UPDATE settings.auto_entry SET enabled = false");
        List<Violation> violations = settle();
        times.forEach((what, all) -> out.step(figures(what, all)));
        violations.forEach(violation -> out.step("BAD  " + violation));
        faults.forEach(fault -> out.step("BAD  " + fault));
        out.step(
                violations.isEmpty() && faults.isEmpty()
                        ? "Every takeover came in time, the books agree"
                        : "DRILL FAILED");
        return violations.isEmpty() && faults.isEmpty();
    }

    private void takeAway(Way way, String service, Duration asleep) throws SQLException, InterruptedException {
        awaitOrders(service);
        String name = stack.activeName(service);
        SupervisedProcess active = stack.process(name);
        String instance = String.valueOf(active.view().instance());
        long epoch = epoch(service);
        long struck = System.nanoTime();
        switch (way) {
            case KILL -> active.kill();
            case FREEZE -> active.freeze();
            case CUT -> stack.relay(name).cut();
        }
        boolean taken = Waiting.until(PATIENCE, () -> isHeldByAnother(service, instance, epoch));
        long millis = (System.nanoTime() - struck) / 1_000_000;
        boolean slow = !taken || millis > LIMIT.toMillis();
        record(way + " " + service, millis);
        if (slow) {
            faults.add(way + " of " + instance + ": another held the lease after " + millis + " ms");
        }
        ask();
        Thread.sleep(asleep.minusMillis(Math.min(millis, asleep.toMillis())));
        active.thaw();
        stack.relay(name).mend();
        Thread.sleep(BETWEEN);
        if (way != Way.KILL && isHolder(service, instance) && epoch(service) <= epoch) {
            faults.add(instance + " holds its old lease again");
        }
        out.step(String.format(Locale.ROOT, "%-4s %-6s %-24s %5d ms", slow ? "SLOW" : "ok", way, instance, millis));
    }

    /** There is a standby that is ready, and something is being traded. */
    private void awaitOrders(String service) throws InterruptedException {
        Waiting.until(
                PATIENCE,
                () -> stack.rows()
                                .first(
                                        row -> row.getLong(1),
                                        "SELECT count(*) FROM system.heartbeats WHERE service = ?"
                                                + " AND beat_at > clock_timestamp() - interval '1500 milliseconds'",
                                        service)
                                .orElse(0L)
                        >= 2);
        ask();
    }

    private void ask() {
        OperatorDesk desk = stack.operatorDesk("drill-" + System.nanoTime());
        desk.ask(new Wish(0, true, random.nextInt(6), random.nextBoolean(), random.nextInt(1, 5)));
        desk.ask(new Wish(0, false, random.nextInt(6), true, 1));
    }

    private boolean isHeldByAnother(String service, String instance, long epoch) throws SQLException {
        return stack.rows()
                .first(row -> row.getBoolean(1), """
                    SELECT holder <> ? AND epoch > ? AND expires_at > clock_timestamp() FROM system.leases
                    WHERE name = ?\
                    """, instance, epoch, service)
                .orElse(false);
    }

    private boolean isHolder(String service, String instance) throws SQLException {
        return stack.rows()
                .first(
                        row -> row.getBoolean(1),
                        "SELECT holder = ? FROM system.leases WHERE name = ?",
                        instance,
                        service)
                .orElse(false);
    }

    private long epoch(String service) throws SQLException {
        return stack.rows()
                .first(row -> row.getLong(1), "SELECT epoch FROM system.leases WHERE name = ?", service)
                .orElse(0L);
    }

    private List<Violation> settle() throws InterruptedException, SQLException, IOException {
        long end = System.nanoTime() + SETTLED.toNanos();
        while (true) {
            List<Violation> violations = check();
            if (violations.isEmpty() || System.nanoTime() > end) {
                return violations;
            }
            Thread.sleep(BETWEEN);
        }
    }

    private List<Violation> check() throws SQLException, IOException {
        ExchangeBooks theirs = ExchangeBooks.read(stack.simulator().ledger());
        try (Connection connection = stack.rows().open()) {
            return Checker.check(OurBooksReader.read(connection), theirs, stack.clock());
        }
    }

    private void record(String what, long millis) {
        times.computeIfAbsent(what, ignored -> new ArrayList<>()).add(millis);
        times.computeIfAbsent("all", ignored -> new ArrayList<>()).add(millis);
    }

    private static String figures(String what, List<Long> all) {
        List<Long> sorted = all.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "%-24s n %3d   p50 %5d ms   p99 %5d ms   max %5d ms",
                what,
                sorted.size(),
                sorted.get(sorted.size() / 2),
                sorted.get(Math.ceilDiv(sorted.size() * 99, 100) - 1),
                sorted.getLast());
    }
}
