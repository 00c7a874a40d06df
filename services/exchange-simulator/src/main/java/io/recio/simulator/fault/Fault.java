package io.recio.simulator.fault;

import java.time.Duration;

/**
 * A fault that strikes now.
 *
 * @param name the rule it came from
 * @param delay latency, time until a hung request is closed, or clock skew; real time
 * @param count frames left out, hundredths of a contract filled, or the paused shard, by kind
 * @param status the answer of a 5xx fault, 500 to 599
 */
public record Fault(String name, FaultKind kind, Duration delay, int count, int status) {}
