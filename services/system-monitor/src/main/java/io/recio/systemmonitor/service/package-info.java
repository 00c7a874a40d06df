/**
 * How each service is, from the heartbeats of its instances and from what they answer over HTTP.
 *
 * <pre>
 * heartbeats, leases ┐
 * HTTP readiness     ┴─→ ServiceJudge ─→ ServiceHealth
 * </pre>
 */
@NullMarked
package io.recio.systemmonitor.service;

import org.jspecify.annotations.NullMarked;
