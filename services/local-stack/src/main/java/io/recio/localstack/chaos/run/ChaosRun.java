package io.recio.localstack.chaos.run;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.recio.localstack.chaos.check.Checker;
import io.recio.localstack.chaos.check.ExchangeBooks;
import io.recio.localstack.chaos.check.OurBooks;
import io.recio.localstack.chaos.check.Rule;
import io.recio.localstack.chaos.check.Violation;
import io.recio.localstack.chaos.plan.Moment;
import io.recio.localstack.chaos.plan.PlannedFault;
import io.recio.localstack.chaos.plan.Schedule;
import io.recio.localstack.chaos.plan.Wish;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One run: a fresh account, trading until an event has closed, faults meanwhile, and the check when all has settled. */
public final class ChaosRun {

    private static final long EVENT_SECONDS = 900;

    /** Real time there must be for trading before the close that ends it. */
    private static final Duration TRADING = Duration.ofSeconds(8);

    /** Real time after the close in which faults that wait for expired trades still strike. */
    private static final Duration AFTER_CLOSE = Duration.ofMillis(2_100);

    /** Real time after the last fault until the books must agree. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration LOOK = Duration.ofMillis(300);

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final ChaosStack stack;
    private final Path keep;

    /** @param keep where the books of a violation go */
    public ChaosRun(ChaosStack stack, Path keep) {
        this.stack = stack;
        this.keep = keep;
    }

    private record Books(OurBooks ours, ExchangeBooks theirs, List<Violation> violations) {}

    public Outcome play(Schedule schedule) throws SQLException, IOException, InterruptedException {
        long started = System.nanoTime();
        if (!new FreshAccount(stack).open()) {
            throw new IllegalStateException("order path must be well before seed " + schedule.seed() + ", was not");
        }
        setAutoEntry(true, schedule.positionSize());
        List<Fate> fates = trade(schedule);
        Books books = settle();
        if (!books.violations().isEmpty()) {
            keep(schedule, books);
        }
        return outcome(schedule, fates, books, Duration.ofNanos(System.nanoTime() - started));
    }

    private List<Fate> trade(Schedule schedule) throws InterruptedException, SQLException {
        long began = System.nanoTime();
        long close = began + untilClose().toNanos();
        try (Injector injector = new Injector(stack);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Fate>> struck = new ArrayList<>();
            for (PlannedFault fault : schedule.faults()) {
                boolean late = fault.cell().moment() == Moment.EXPIRED;
                long lastChance = close
                        + (late ? AFTER_CLOSE.toNanos() : -Duration.ofSeconds(1).toNanos());
                struck.add(threads.submit(
                        (Callable<Fate>) () -> new FaultRunner(stack, injector).run(fault, began, lastChance)));
            }
            ask(schedule, began, close);
            sleepUntil(close);
            Waiting.until(Duration.ofSeconds(10), () -> {
                setAutoEntry(false, schedule.positionSize());
                return true;
            });
            List<Fate> fates = new ArrayList<>();
            for (Future<Fate> each : struck) {
                fates.add(each.get());
            }
            List<Fate> counted = injector.withHits(fates);
            injector.calm();
            return counted;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a fault could not be made, seed " + schedule.seed(), e.getCause());
        }
    }

    /** To the first close that leaves time enough. */
    private Duration untilClose() {
        Instant now = stack.businessNow();
        long speed = stack.clock().speed();
        long earliest = now.getEpochSecond() + TRADING.toSeconds() * speed;
        long close = Math.ceilDiv(earliest, EVENT_SECONDS) * EVENT_SECONDS;
        return Duration.between(now, Instant.ofEpochSecond(close)).dividedBy(speed);
    }

    private void ask(Schedule schedule, long began, long close) throws InterruptedException {
        OperatorDesk desk = stack.operatorDesk("chaos-" + schedule.seed() + "-" + began);
        for (Wish wish : schedule.wishes()) {
            long at = began + wish.at() * 1_000_000;
            if (at < close) {
                sleepUntil(at);
                desk.ask(wish);
            }
        }
    }

    /** The books, as soon as they agree and nothing is under way, or as they are when patience has ended. */
    private Books settle() throws InterruptedException, SQLException, IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                Books books = books();
                if (books.violations().isEmpty() || System.nanoTime() > end) {
                    return books;
                }
            } catch (SQLException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
            }
            Thread.sleep(LOOK);
        }
    }

    private Books books() throws SQLException, IOException {
        ExchangeBooks theirs = ExchangeBooks.read(stack.simulator().ledger());
        try (Connection connection = stack.rows().open()) {
            OurBooks ours = OurBooksReader.read(connection);
            List<Violation> violations = new ArrayList<>(Checker.check(ours, theirs, stack.clock()));
            theirs.positions().stream()
                    .filter(holding -> !holding.settled() && holding.count().signum() != 0)
                    .forEach(holding -> violations.add(
                            new Violation(Rule.TRADES_FINAL, holding.ticker() + " is not settled by the exchange")));
            return new Books(ours, theirs, violations);
        }
    }

    private void setAutoEntry(boolean enabled, int size) throws SQLException {
        stack.rows().update("UPDATE settings.auto_entry SET enabled = ?, position_size = ?", enabled, size);
    }

    private void keep(Schedule schedule, Books books) throws IOException {
        Files.createDirectories(keep);
        JSON.writerWithDefaultPrettyPrinter()
                .writeValue(keep.resolve("seed-" + schedule.seed() + ".json").toFile(), books);
    }

    private Outcome outcome(Schedule schedule, List<Fate> fates, Books books, Duration took) throws SQLException {
        OurBooks ours = books.ours();
        return new Outcome(
                schedule,
                fates,
                ours.requests().size(),
                (int) ours.trades().stream()
                        .filter(trade -> trade.filled().signum() > 0)
                        .count(),
                books.theirs().orders().stream()
                        .mapToInt(order -> order.fills().size())
                        .sum(),
                (int) ours.intents().stream()
                        .filter(intent ->
                                intent.filled().signum() > 0 && intent.filled().compareTo(intent.quantity()) < 0)
                        .count(),
                (int) ours.intents().stream()
                        .filter(intent -> intent.purpose().equals("close")
                                && intent.filled().compareTo(BigDecimal.ZERO) > 0)
                        .count(),
                books.theirs().settlements().size(),
                (int) ours.events().stream()
                        .filter(event -> event.type().equals("OrderFellInDoubt"))
                        .count(),
                stack.rows()
                        .first(row -> row.getBoolean(1), "SELECT bool_or(entries_halted) FROM trading.risk_state")
                        .orElse(false),
                took,
                books.violations());
    }

    private static void sleepUntil(long nanos) throws InterruptedException {
        long left = nanos - System.nanoTime();
        if (left > 0) {
            Thread.sleep(Duration.ofNanos(left));
        }
    }
}
