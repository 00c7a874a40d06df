/**
 * Kalshi's Trade API v2 as REC.IO sees it: domain values in and out, wire formats and their moods kept inside.
 *
 * <pre>
 *   client.KalshiRest ──┐ limits.RateBudget (tokens)      wire.* (payloads, mirrored)
 *                       ├─ auth.KalshiSigner (headers) ──► parser.* (payload → value)
 *   socket.KalshiWebSocket ┘                               model.* (values the domain has no word for)
 * </pre>
 *
 * <p>{@code wire} and {@code parser} are inner packages: services use client, socket, model, auth, limits and errors.
 */
@NullMarked
package io.recio.kalshi;

import org.jspecify.annotations.NullMarked;
