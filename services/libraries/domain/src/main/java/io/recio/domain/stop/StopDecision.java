package io.recio.domain.stop;

/**
 * The verdict on one reading.
 *
 * @param memory to keep for the next reading, stored with the verdict
 */
public record StopDecision(StopVerdict verdict, StopMemory memory) {}
