/**
 * Kalshi v2 and Coinbase on one machine, with faults on demand.
 *
 * <pre>
 * clock ──▶ price (path of the underlying) ──▶ coinbase (WebSocket, REST)
 *                                         └──▶ kalshi   (events, books, matching, settlement)
 * fault (what goes wrong, when) ──▶ coinbase, kalshi;   admin switches faults and injects ticks;   bench keeps the ledger
 * </pre>
 */
@NullMarked
package io.recio.simulator;

import org.jspecify.annotations.NullMarked;
