package io.recio.localstack.demo;

import io.recio.localstack.control.StackSession;
import io.recio.localstack.refusal.Refused;
import io.recio.localstack.stack.ClockAnchor;
import io.recio.localstack.stack.Progress;
import io.recio.localstack.stack.ServiceSpec;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/** One demonstration on a running house: switch auto entry on, watch hours until the goals are reached, reconcile. */
public final class DemoRun {

    /** Business time an hour must still have when it is taken, so that the whole entry window is seen. */
    private static final Duration ENTRY_WINDOW = Duration.ofMinutes(17);

    /** Business time from the close to the end of the settlement timer, with room. */
    private static final Duration SETTLEMENT = Duration.ofMinutes(4);

    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration CALM_PATIENCE = Duration.ofMinutes(2);
    private static final Duration BOOKING_PATIENCE = Duration.ofSeconds(60);
    private static final int MOST_HOURS = 4;
    private static final int MOST_DISTURBED_HOURS = 8;

    private final DemoDatabase database;
    private final IntSupplier simulatorPort;
    private final ClockAnchor clock;
    private final Story story;
    private final Progress out;
    private final InstantSource time;

    public DemoRun(StackSession session, Progress out, InstantSource time) {
        this(
                DemoDatabase.of(session),
                () -> session.stack().note().ports().of(ServiceSpec.SIMULATOR.name()),
                session.stack().note().clock(),
                out,
                time);
    }

    /** @param simulatorPort where the simulator answers now, of 127.0.0.1 */
    public DemoRun(
            DemoDatabase database, IntSupplier simulatorPort, ClockAnchor clock, Progress out, InstantSource time) {
        this.database = database;
        this.simulatorPort = simulatorPort;
        this.clock = clock;
        this.story = new Story(database, out);
        this.out = out;
        this.time = time;
    }

    /** @return whether the goals were reached and the books agree */
    public boolean play() throws SQLException, InterruptedException, IOException {
        return play(() -> true, MOST_HOURS);
    }

    /**
     * A demonstration while something else goes on beside; at least until that is over.
     *
     * @return whether the goals were reached and the books agree
     */
    public boolean playBeside(BooleanSupplier isOver) throws SQLException, InterruptedException, IOException {
        return play(isOver, MOST_DISTURBED_HOURS);
    }

    private boolean play(BooleanSupplier isOver, int mostHours) throws SQLException, InterruptedException, IOException {
        switchAutoEntryOn();
        awaitAutoEntry();
        Instant close = nextClose(businessNow().plus(ENTRY_WINDOW));
        DemoGoals goals = watchUntilSettled(close);
        for (int hour = 1; !(goals.areReached() && isOver.getAsBoolean()) && hour < mostHours; hour++) {
            close = close.plus(1, ChronoUnit.HOURS);
            out.step("Not everything was seen yet (" + goals + "); the next hour is watched too");
            goals = watchUntilSettled(close);
        }
        switchAutoEntryOff();
        awaitBooking();
        return conclude(goals);
    }

    private void switchAutoEntryOn() throws SQLException {
        database.update("UPDATE settings.auto_entry SET enabled = true, position_size = 20, require_ask_size = false");
        database.update("UPDATE settings.auto_stop SET enabled = true");
        out.step("Auto entry and auto stop are on: 20 contracts per entry, part of an order may be filled");
    }

    /** A machine that was busy starting may have made the monitor hold auto entry back for a while. */
    private void awaitAutoEntry() throws SQLException, InterruptedException {
        Instant patience = time.instant().plus(CALM_PATIENCE);
        while (!isAutoEntryFree() && time.instant().isBefore(patience)) {
            tell();
            Thread.sleep(LOOK);
        }
    }

    private boolean isAutoEntryFree() throws SQLException {
        return database.count("trading.auto_entry_state WHERE state IN ('ACTIVE', 'INACTIVE', 'PAUSED')") > 0
                && database.count("trading.auto_entry_state WHERE state = 'SUSPENDED'") == 0;
    }

    private void switchAutoEntryOff() throws SQLException {
        database.update("UPDATE settings.auto_entry SET enabled = false");
    }

    private DemoGoals watchUntilSettled(Instant close) throws SQLException, InterruptedException {
        out.step("Watching the hour that closes at " + close);
        while (businessNow().isBefore(close.plus(SETTLEMENT))) {
            tell();
            Thread.sleep(LOOK);
        }
        tell();
        return DemoGoals.reached(database);
    }

    private void tell() throws SQLException {
        story.goOn();
    }

    private void awaitBooking() throws SQLException, InterruptedException {
        Instant patience = time.instant().plus(BOOKING_PATIENCE);
        while (!isReconciled() && time.instant().isBefore(patience)) {
            tell();
            Thread.sleep(LOOK);
        }
    }

    private boolean isReconciled() throws SQLException, InterruptedException {
        try {
            return new Reconciliation(database, ledger()).compare().stream().allMatch(Reconciliation.Line::agrees);
        } catch (IOException e) {
            return false;
        }
    }

    private boolean conclude(DemoGoals goals) throws SQLException, InterruptedException, IOException {
        List<Reconciliation.Line> lines = new Reconciliation(database, ledger()).compare();
        boolean agrees = lines.stream().allMatch(Reconciliation.Line::agrees);
        out.step("");
        out.step("Reconciliation                                     ours                         exchange");
        lines.forEach(line -> out.step(line.toString()));
        out.step("");
        out.step("Shown: " + goals);
        out.step(agrees ? "Books agree to the cent" : "BOOKS DO NOT AGREE");
        if (!goals.areReached()) {
            out.step("NOT EVERYTHING WAS SHOWN");
        }
        return agrees && goals.areReached();
    }

    private ExchangeLedger ledger() throws IOException, InterruptedException {
        return ExchangeLedger.read(simulatorPort.getAsInt());
    }

    private Instant businessNow() {
        return clock.businessAt(time.instant());
    }

    private static Instant nextClose(Instant after) {
        Instant hour = after.truncatedTo(ChronoUnit.HOURS);
        if (hour.equals(after)) {
            return hour;
        }
        return hour.plus(1, ChronoUnit.HOURS);
    }

    /** @throws Refused when a service did not come up */
    public static void requireReady(StackSession session, Duration limit) {
        List<String> open = session.awaitReady(limit);
        if (!open.isEmpty() || !session.stack().notBuilt().isEmpty()) {
            throw new Refused(
                    "not everything came up: " + open + " " + session.stack().notBuilt());
        }
    }
}
