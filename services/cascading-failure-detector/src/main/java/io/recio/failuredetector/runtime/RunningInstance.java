package io.recio.failuredetector.runtime;

import io.recio.domain.health.ServiceName;
import io.recio.domain.time.SystemTime;

/**
 * An instance whose process runs, frozen ones included.
 *
 * @param instance the id it was started with; also in its heartbeat and health
 */
public record RunningInstance(ServiceName service, String instance, String host, int port, SystemTime startedAt) {}
