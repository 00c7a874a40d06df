/**
 * The payloads as they travel, one record each, in Kalshi's words and units (EXCHANGES, sections A and C).
 *
 * <p>Nothing is checked here: any field may be null, unknown fields are dropped, closed lists stay text. Prices, counts
 * and amounts stay text too; {@code parser} turns them into values. In a native image these records are reachable
 * through {@code META-INF/native-image/io.recio/kalshi/reflect-config.json}.
 */
@NullUnmarked
package io.recio.kalshi.wire;

import org.jspecify.annotations.NullUnmarked;
