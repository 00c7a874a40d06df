package io.recio.mainapp.operations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the system monitor measured at one look; real time.
 *
 * @param commitMs how long its own row took to become durable
 */
record HealthPoint(
        Instant at,
        String status,
        @Nullable Double cpuPercent,
        @Nullable Double memoryPercent,
        @Nullable Double diskPercent,
        @Nullable Integer connections,
        @Nullable Double commitMs) {}
