/**
 * The loop, each second:
 *
 * <pre>
 * look ─→ requests ─→ DetectorRules.reconcile ─→ what to tell ─→ remember (file) ─→ restart ─→ write down (database)
 * </pre>
 *
 * It needs no database: it leads by a lock on its file, remembers in that file, and copies to the database when that is back.
 */
@NullMarked
package io.recio.failuredetector.detection;

import org.jspecify.annotations.NullMarked;
