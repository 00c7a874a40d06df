package io.recio.simulator.fault;

/**
 * A rule and what became of it.
 *
 * @param struck how many frames or requests it has struck
 * @param over whether its limit is reached or its time has passed
 */
public record FaultState(FaultRule rule, long struck, boolean over) {}
