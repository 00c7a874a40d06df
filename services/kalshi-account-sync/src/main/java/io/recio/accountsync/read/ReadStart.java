package io.recio.accountsync.read;

import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemTime;

/**
 * The moment a read began, on each clock.
 *
 * @param nanos of the monotonic clock
 */
public record ReadStart(SystemTime at, BusinessTime business, long nanos) {}
