/**
 * What can go wrong with a call, named by what to do next.
 *
 * <p>These are thrown by reads. A write answers with {@code client.WriteResult} instead, because there the outcome is a
 * business answer.
 */
@NullMarked
package io.recio.kalshi.errors;

import org.jspecify.annotations.NullMarked;
