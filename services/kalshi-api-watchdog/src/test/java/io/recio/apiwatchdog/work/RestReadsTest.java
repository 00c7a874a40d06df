package io.recio.apiwatchdog.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.fixtures.FixedClock;
import io.recio.kalshi.errors.ExchangeUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestReadsTest {

    private final FixedClock clock =
            new FixedClock(Instant.parse("2026-11-22T09:00:00Z"), Instant.parse("2026-11-22T17:00:00Z"));
    private final List<Runnable> threads = new ArrayList<>();
    private final List<Reading<String>> results = new ArrayList<>();
    private final Inbox inbox = Inbox.waking(() -> {});
    private final RestReads reads = RestReads.on(threads::add, inbox, clock);

    @Test
    void bringsTheAnswerBackToTheDeskThread() {
        reads.start("status", this::slowly, results::add);
        run();
        assertThat(results).isEmpty();

        inbox.drain();

        assertThat(results)
                .containsExactly(new Reading.Answered<>(
                        "open", clock.now().minus(Duration.ofMillis(30)), Duration.ofMillis(30)));
    }

    @Test
    void allowsOneReadOfANameAtATime() {
        assertThat(reads.start("status", () -> "open", results::add)).isTrue();
        assertThat(reads.start("status", () -> "open", results::add)).isFalse();
        assertThat(reads.start("schedule", () -> "hours", results::add)).isTrue();
        run();
        inbox.drain();

        assertThat(reads.start("status", () -> "open", results::add)).isTrue();
    }

    @Test
    void namesTheReasonOfAFailure() {
        reads.<String>start(
                "status",
                () -> {
                    throw new ExchangeUnavailable("GET /exchange/status got no answer");
                },
                results::add);
        run();
        inbox.drain();

        assertThat(results).containsExactly(new Reading.Failed<>("GET /exchange/status got no answer", clock.now()));
    }

    @Test
    void forgetsWhatWasUnderWay() {
        reads.start("status", () -> "open", results::add);
        run();

        reads.forget();
        inbox.drain();

        assertThat(results).isEmpty();
        assertThat(reads.start("status", () -> "open", results::add)).isTrue();
    }

    private String slowly() {
        clock.advance(Duration.ofMillis(30));
        return "open";
    }

    private void run() {
        List.copyOf(threads).forEach(Runnable::run);
        threads.clear();
    }
}
