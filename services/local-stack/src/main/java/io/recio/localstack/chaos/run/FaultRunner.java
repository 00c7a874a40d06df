package io.recio.localstack.chaos.run;

import io.recio.localstack.chaos.plan.FaultType;
import io.recio.localstack.chaos.plan.FaultType.Reach;
import io.recio.localstack.chaos.plan.Moment;
import io.recio.localstack.chaos.plan.PlannedFault;
import io.recio.localstack.process.SupervisedProcess;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;

/** One fault of one run: waits for its moment, strikes, and watches until the service has an active instance again. */
final class FaultRunner {

    /** Shorter than a holder trusts its lease: a pause of the machine, not a failure. */
    private static final Duration PAUSE = Duration.ofMillis(900);

    private static final Duration RECOVERY_LIMIT = Duration.ofSeconds(20);
    private static final String EXECUTOR = "trade-executor";
    private static final String MANAGER = "trade-manager";

    private final ChaosStack stack;
    private final Injector injector;

    private long epoch;
    private long struckAt;

    FaultRunner(ChaosStack stack, Injector injector) {
        this.stack = stack;
        this.injector = injector;
    }

    /**
     * @param began {@code System.nanoTime()} at which trading began
     * @param lastChance when the fault strikes at the latest, its moment met or not
     */
    Fate run(PlannedFault fault, long began, long lastChance) throws InterruptedException {
        sleepUntil(began + fault.notBefore() * 1_000_000);
        Moment moment = fault.cell().moment();
        injector.prepare(moment);
        boolean met =
                switch (moment) {
                    case ANY -> true;
                    case SENDING, IN_DOUBT, CLOSING, EXPIRED -> await(moment, lastChance);
                    case NEW -> met(fault, EXECUTOR, moment, lastChance);
                    case UNATTACHED -> await(Moment.SENDING, lastChance) && met(fault, MANAGER, moment, lastChance);
                };
        boolean struck = met && moment.needsPause();
        if (!struck) {
            strike(fault);
        }
        OptionalLong recovery = recovery(fault);
        sleepUntil(struckAt + fault.lasting() * 1_000_000);
        return new Fate(fault, met, recovery);
    }

    private void strike(PlannedFault fault) {
        epoch = epochOf(fault.cell().service());
        struckAt = System.nanoTime();
        injector.strike(fault);
    }

    /** Pauses the process that would end the moment, strikes when the moment has come, and lets the process go on. */
    private boolean met(PlannedFault fault, String service, Moment moment, long lastChance)
            throws InterruptedException {
        while (System.nanoTime() < lastChance) {
            SupervisedProcess paused = stack.active(service);
            paused.freeze();
            boolean come = false;
            try {
                come = await(moment, System.nanoTime() + PAUSE.toNanos());
                if (come) {
                    strike(fault);
                }
            } finally {
                boolean staysFrozen = come
                        && fault.cell().type() == FaultType.FREEZE
                        && fault.cell().service().equals(service);
                if (!staysFrozen) {
                    paused.thaw();
                }
            }
            if (come) {
                return true;
            }
            Thread.sleep(PAUSE);
        }
        return false;
    }

    private boolean await(Moment moment, long until) throws InterruptedException {
        try (MomentWatch watch = new MomentWatch(stack.rows())) {
            return watch.await(moment, until);
        }
    }

    private OptionalLong recovery(PlannedFault fault) throws InterruptedException {
        FaultType type = fault.cell().type();
        if (type.reach() != Reach.PROCESS || type == FaultType.CONNECTIONS_CUT || epoch == 0) {
            return OptionalLong.empty();
        }
        boolean anew = Waiting.until(RECOVERY_LIMIT, () -> stack.rows()
                .first(
                        row -> row.getBoolean(1),
                        "SELECT epoch > ? AND expires_at > clock_timestamp() FROM system.leases WHERE name = ?",
                        epoch,
                        fault.cell().service())
                .orElse(false));
        return anew ? OptionalLong.of((System.nanoTime() - struckAt) / 1_000_000) : OptionalLong.empty();
    }

    /** 0 while the database is away. */
    private long epochOf(String service) {
        try {
            return stack.rows()
                    .first(row -> row.getLong(1), "SELECT epoch FROM system.leases WHERE name = ?", service)
                    .orElse(0L);
        } catch (SQLException e) {
            return 0;
        }
    }

    private static void sleepUntil(long nanos) throws InterruptedException {
        long left = nanos - System.nanoTime();
        if (left > 0) {
            Thread.sleep(Duration.ofNanos(left));
        }
    }
}
