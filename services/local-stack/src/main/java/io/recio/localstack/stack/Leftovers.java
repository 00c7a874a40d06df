package io.recio.localstack.stack;

import io.recio.localstack.directory.DataDirectory;
import io.recio.localstack.postgres.PostmasterFile;
import io.recio.localstack.process.ProcessNote;
import io.recio.localstack.process.ProcessNotes;
import io.recio.localstack.process.ProcessStamp;
import io.recio.localstack.process.ProcessTable;
import io.recio.localstack.process.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What still runs on a data directory although its local-stack has gone. A note counts only when number and start time of
 * the process agree with it; a service without a note, and PostgreSQL, only when it works in this very directory.
 *
 * @param processes PostgreSQL not among them
 * @param postgres the server on this cluster, noted or not
 */
public record Leftovers(List<ProcessNote> processes, Optional<ProcessStamp> postgres) {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final String UNKNOWN = "unknown";

    private static final Map<String, Integer> STAGES = ServiceSpec.SERVICES.stream()
            .flatMap(spec -> Stream.of(spec, spec.standby()))
            .collect(Collectors.toMap(ServiceSpec::name, ServiceSpec::stage));

    public static Leftovers of(DataDirectory data) {
        List<ProcessNote> processes = new ArrayList<>(new ProcessNotes(data.run()).alive());
        processes.removeIf(note -> note.name().equals(Ports.POSTGRES));
        processes.addAll(unnoted(data, processes));
        processes.sort(Comparator.comparing(note -> -STAGES.getOrDefault(note.name(), ServiceSpec.SIMULATOR.stage())));
        return new Leftovers(
                processes, PostmasterFile.running(data.postgres()).flatMap(server -> ProcessStamp.of(server.pid())));
    }

    private static List<ProcessNote> unnoted(DataDirectory data, List<ProcessNote> noted) {
        Set<Long> known = noted.stream().map(note -> note.process().pid()).collect(Collectors.toSet());
        return ProcessTable.livingIn(data.root()).stream()
                .filter(pid -> !known.contains(pid))
                .filter(pid -> ProcessTable.environmentOf(pid, "RECIO_INSTANCE").isPresent())
                .flatMap(pid -> ProcessStamp.of(pid).stream())
                .map(Leftovers::noteOf)
                .toList();
    }

    private static ProcessNote noteOf(ProcessStamp process) {
        String instance =
                ProcessTable.environmentOf(process.pid(), "RECIO_INSTANCE").orElse("a service");
        return new ProcessNote(
                instance.replaceFirst("-[0-9a-f]{6}$", ""), instance, process, UNKNOWN, Instant.EPOCH, 0, 0);
    }

    public boolean isEmpty() {
        return processes.isEmpty() && postgres.isEmpty();
    }

    /** The processes of that name. */
    List<ProcessNote> of(String name) {
        return processes.stream().filter(note -> note.name().equals(name)).toList();
    }

    /** Ends everything, dependants first, PostgreSQL last. */
    public void end(Progress progress) {
        processes.forEach(note -> end(note, progress));
        postgres.ifPresent(server -> endPostgres(server, progress));
    }

    /** Ends one process that an earlier local-stack left behind. */
    static void end(ProcessNote note, Progress progress) {
        end(note.process(), Signal.TERM);
        progress.step("Ended " + note.name() + " (pid " + note.process().pid()
                + "), left behind by a local-stack that had gone");
    }

    static void endPostgres(ProcessStamp server, Progress progress) {
        end(server, Signal.INT);
        progress.step("Ended PostgreSQL (pid " + server.pid() + "), left behind by a local-stack that had gone");
    }

    /** One line for a person, such as {@code trade-manager (pid 12), PostgreSQL (pid 3)}. */
    public String describe() {
        String named = processes.stream()
                .map(note -> note.name() + " (pid " + note.process().pid() + ")")
                .collect(Collectors.joining(", "));
        String server =
                postgres.map(stamp -> "PostgreSQL (pid " + stamp.pid() + ")").orElse("");
        return named + (named.isEmpty() || server.isEmpty() ? "" : ", ") + server;
    }

    private static void end(ProcessStamp process, Signal farewell) {
        process.handle().ifPresent(handle -> {
            farewell.send(List.of(handle));
            Signal.CONT.send(List.of(handle));
            try {
                handle.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                Signal.KILL.send(List.of(handle));
                handle.onExit().join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException e) {
                throw new IllegalStateException("waiting for a process failed", e);
            }
        });
    }
}
