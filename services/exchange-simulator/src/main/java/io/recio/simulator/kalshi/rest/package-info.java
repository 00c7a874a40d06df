/**
 * {@code /trade-api/v2}: the REST half of the exchange (EXCHANGES, sections A3 to A12).
 *
 * <pre>
 *   request ──> Gate (faults before, signature, read tokens) ──> resource ──> Exchange.locked ──> view
 *   answer  <── Gate (faults after applying, Date)           <──────────────────────────────────────┘
 * </pre>
 *
 * Views mirror the wire: fixed-point strings, snake case, absent fields left out. Whatever is refused is a {@link
 * io.recio.simulator.kalshi.rest.WireError}.
 */
@NullMarked
package io.recio.simulator.kalshi.rest;

import org.jspecify.annotations.NullMarked;
