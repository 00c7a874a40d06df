package io.recio.localstack.process;

import java.util.Optional;

/**
 * One process, told apart from any other that gets its number later.
 *
 * @param started as {@link ProcessTable#startOf} says
 */
public record ProcessStamp(long pid, String started) {

    public static Optional<ProcessStamp> of(long pid) {
        return ProcessTable.startOf(pid).map(started -> new ProcessStamp(pid, started));
    }

    public static ProcessStamp ofThisProcess() {
        return of(ProcessHandle.current().pid()).orElseThrow();
    }

    /** Whether this very process still lives. */
    public boolean lives() {
        return ProcessTable.startOf(pid).filter(started::equals).isPresent();
    }

    /** The live process, or empty when it has ended. */
    public Optional<ProcessHandle> handle() {
        return lives() ? ProcessHandle.of(pid) : Optional.empty();
    }
}
