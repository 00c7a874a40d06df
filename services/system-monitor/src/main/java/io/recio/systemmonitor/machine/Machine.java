package io.recio.systemmonitor.machine;

/** Measures the machine. */
public interface Machine {

    /** @throws java.io.UncheckedIOException when the system does not tell */
    MachineFigures measure();
}
