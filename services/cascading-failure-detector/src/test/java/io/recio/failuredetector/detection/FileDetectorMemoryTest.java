package io.recio.failuredetector.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.health.Condition.Fault;
import io.recio.domain.health.DetectorHistory;
import io.recio.domain.health.DetectorHistory.InFlight;
import io.recio.domain.health.IncidentLevel;
import io.recio.domain.health.Remedy;
import io.recio.domain.health.ServiceHistory;
import io.recio.domain.health.ServiceName;
import io.recio.domain.price.Symbol;
import io.recio.domain.time.SystemTime;
import io.recio.failuredetector.incident.IncidentBook;
import io.recio.failuredetector.incident.IncidentBook.OpenRemedy;
import io.recio.failuredetector.incident.JournalEntry;
import io.recio.failuredetector.runtime.RunningInstance;
import io.recio.storage.system.AlertStore.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDetectorMemoryTest {

    private static final SystemTime AT = SystemTime.of(Instant.parse("2026-11-22T12:00:00Z"));
    private static final ServiceName MANAGER = new ServiceName("trade-manager");

    @TempDir
    Path directory;

    private FileDetectorMemory memory;

    private FileDetectorMemory memory() {
        memory = new FileDetectorMemory(directory);
        return memory;
    }

    @AfterEach
    void release() {
        memory.release();
    }

    @Test
    void beginsWithNothingInTheFirstEpoch() {
        assertThat(memory().lead()).contains(Remembered.NOTHING.inEpoch(1));
    }

    @Test
    void remembersEverythingInTheNextEpoch() {
        DetectorHistory history = new DetectorHistory(
                new TreeMap<>(Map.of(
                        MANAGER,
                        new ServiceHistory(
                                Optional.of(AT),
                                Optional.empty(),
                                List.of(AT),
                                new TreeMap<>(Map.of("m-1", new ServiceHistory.Progress(7, AT)))))),
                Optional.of(new InFlight(new Remedy.RestartInstance(MANAGER, "m-1", Fault.HEARTBEAT_MISSED), AT)),
                Optional.of(AT));
        UUID id = UUID.fromString("00000000-0000-0000-0000-000000000001");
        RunningInstance instance = new RunningInstance(MANAGER, "m-1", "127.0.0.1", 4000, AT);
        Remembered remembered = new Remembered(
                1,
                List.of(Symbol.BTC),
                history,
                new IncidentBook(
                        IncidentBook.EMPTY.incidents(),
                        IncidentBook.EMPTY.withheld(),
                        Optional.of(new OpenRemedy(id, Optional.of("trade-manager"))),
                        new TreeMap<>(Map.of("database", AT))),
                Optional.of(RestartPlan.of(Optional.of(id), id, List.of(instance, instance))
                        .begin(AT)),
                Outlook.NONE.with(List.of(new JournalEntry.RemedyDecided(
                        id,
                        Optional.empty(),
                        "trade-manager",
                        Optional.of("m-1"),
                        "restart",
                        false,
                        "HEARTBEAT_MISSED",
                        AT))),
                List.of(
                        new JournalEntry.IncidentOpened(id, "database", IncidentLevel.CRITICAL, Map.of("a", "b"), AT),
                        new JournalEntry.AlertRaised(id, Severity.WARNING, "CODE", "Message", Map.of())));
        memory().lead();
        memory.save(remembered);
        memory.release();
        assertThat(memory().lead()).contains(remembered.inEpoch(2));
    }

    @Test
    void letsOnlyOneLead() {
        memory().lead();
        FileDetectorMemory other = new FileDetectorMemory(directory);
        assertThat(other.lead()).isEmpty();
        memory.release();
        assertThat(other.lead()).isPresent();
        other.release();
    }

    @Test
    void putsADamagedFileAsideAndBeginsAnew() throws IOException {
        Files.writeString(directory.resolve("history.json"), "{\"epoch\": 7, \"hist");
        assertThat(memory().lead()).contains(Remembered.NOTHING.inEpoch(1));
        assertThat(directory.resolve("history.json.damaged")).hasContent("{\"epoch\": 7, \"hist");
    }
}
