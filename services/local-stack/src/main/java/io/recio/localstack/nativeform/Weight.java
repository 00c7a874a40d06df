package io.recio.localstack.nativeform;

import java.time.Duration;

/**
 * What a service costs in one form.
 *
 * @param sizeBytes of its program; of a JVM's without the JDK
 * @param start until it says it is ready, alone, on a stack that runs
 * @param memoryBytes PSS after an hour
 */
record Weight(long sizeBytes, Duration start, long memoryBytes) {}
