/**
 * What the screen costs: the fan-out of its feed to many browsers, and the page in a real one, driven over Chromium's own
 * DevTools protocol.
 *
 * <pre>
 * UiBench ── stack at speed 60 ──► main-app ◄── FanOut: 200 WebSockets, a marker written 20 times a second
 *                                          ◄── PageBench: DevTools ──► Chromium
 * </pre>
 */
@NullMarked
package io.recio.localstack.bench.ui;

import org.jspecify.annotations.NullMarked;
