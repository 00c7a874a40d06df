/**
 * What is told about failures.
 *
 * <pre>
 * decision of each look ─→ IncidentBook ─→ JournalEntry… ─→ file, while the database is away ─→ system.incidents, remedies, alerts
 * </pre>
 *
 * One incident per root cause, from when it is certain until it is well again. One row per remedy taken; one row per remedy
 * withheld for as long as its reason stays the same.
 */
@NullMarked
package io.recio.failuredetector.incident;

import org.jspecify.annotations.NullMarked;
