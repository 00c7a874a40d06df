package io.recio.systemmonitor.machine;

import java.util.OptionalDouble;

/**
 * What is used of the machine, in percent of what there is.
 *
 * @param cpuPercent of all cores since the last look; absent at the first
 * @param memoryPercent what cannot be had without swapping counts as used
 * @param disk where the data directory lies
 */
public record MachineFigures(
        OptionalDouble cpuPercent,
        double memoryPercent,
        long memoryTotalBytes,
        long memoryAvailableBytes,
        double loadOneMinute,
        Disk disk) {

    public record Disk(String path, double percent, long totalBytes, long freeBytes) {}
}
