/**
 * Faults by seed, and the proof that the books survive them.
 *
 * <pre>
 * plan    a seed decides settings, requests and faults: {@code Schedule.of(seed)}, pure
 * run     a warm stack of the order path; per run a fresh account, one or two events, faults at the states they aim at
 * check   the simulator's ledger against our tables; no code of a service, pure once both are read
 * </pre>
 *
 * A run that breaks a rule prints its seed and keeps both books beside the results.
 */
@NullMarked
package io.recio.localstack.chaos;

import org.jspecify.annotations.NullMarked;
