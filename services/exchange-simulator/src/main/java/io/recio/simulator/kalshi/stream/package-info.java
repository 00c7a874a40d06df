/**
 * {@code /trade-api/ws/v2}: the streaming half of the exchange (EXCHANGES, section C).
 *
 * <pre>
 *   KalshiSocket ── commands ──> Session (subscriptions, numbering) <── StreamHub <── ExchangeEvent
 *                                    └──> FaultyOutbox ──> Outlet ──> client
 * </pre>
 *
 * Everything here happens while the exchange is locked, so a snapshot and the deltas after it fit together.
 */
@NullMarked
package io.recio.simulator.kalshi.stream;

import org.jspecify.annotations.NullMarked;
