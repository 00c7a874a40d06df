/**
 * Kalshi's Trade API v2 on this machine.
 *
 * <pre>
 *   quoting (what other traders do) ──> exchange (books, orders, account, settlement)
 *   access (keys, signatures, token buckets) ──> rest (/trade-api/v2), stream (/trade-api/ws/v2)
 *   admin (/admin/kalshi: the exchange's own ledger, the balance)
 * </pre>
 *
 * This package joins them: settings, the clock that drives the exchange, faults as its conditions.
 */
@NullMarked
package io.recio.simulator.kalshi;

import org.jspecify.annotations.NullMarked;
