/**
 * REST for scripts: the same requests as the screen's, never a second path.
 *
 * <pre>
 * token (main-app signs, the mounted key verifies) ─→ role ─→ trading.requests ─→ answered like any other ─→ its answer
 * </pre>
 *
 * Every replica serves it; only the active desk answers requests.
 */
@NullMarked
package io.recio.trademanager.api;

import org.jspecify.annotations.NullMarked;
