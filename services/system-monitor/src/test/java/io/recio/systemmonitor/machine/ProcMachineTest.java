package io.recio.systemmonitor.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcMachineTest {

    @TempDir
    Path proc;

    private ProcMachine machine;

    @BeforeEach
    void writeFigures() throws IOException {
        Files.writeString(proc.resolve("stat"), "cpu  1000 0 500 8000 500 0 0 0 0 0\ncpu0 1 2 3\n");
        Files.writeString(
                proc.resolve("meminfo"),
                "MemTotal:        8000 kB\nMemFree:          100 kB\nMemAvailable:    2000 kB\n");
        Files.writeString(proc.resolve("loadavg"), "0.52 0.40 0.30 1/200 4242\n");
        machine = new ProcMachine(proc, proc.resolve("data/not/there/yet"));
    }

    @Test
    void measuresProcessorsBetweenTwoLooks() throws IOException {
        assertThat(machine.measure().cpuPercent()).isEqualTo(OptionalDouble.empty());
        Files.writeString(proc.resolve("stat"), "cpu  1700 0 600 8150 550 0 0 0 0 0\n");
        assertThat(machine.measure().cpuPercent()).isEqualTo(OptionalDouble.of(80.0));
    }

    @Test
    void countsAsUsedWhatIsNotAvailable() {
        MachineFigures figures = machine.measure();
        assertThat(figures.memoryPercent()).isEqualTo(75.0);
        assertThat(figures.memoryTotalBytes()).isEqualTo(8_192_000L);
        assertThat(figures.memoryAvailableBytes()).isEqualTo(2_048_000L);
        assertThat(figures.loadOneMinute()).isEqualTo(0.52);
    }

    @Test
    void measuresTheDiskOfADirectoryYetToBeMade() {
        MachineFigures.Disk disk = machine.measure().disk();
        assertThat(disk.path()).endsWith("data/not/there/yet");
        assertThat(disk.percent()).isBetween(0.0, 100.0);
        assertThat(disk.totalBytes()).isGreaterThan(disk.freeBytes());
    }

    @Test
    void saysWhichFigureIsMissing() throws IOException {
        Files.writeString(proc.resolve("meminfo"), "MemTotal: 8000 kB\n");
        assertThatThrownBy(machine::measure)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("machine must tell its figures, did not: meminfo must have MemAvailable:");
    }
}
