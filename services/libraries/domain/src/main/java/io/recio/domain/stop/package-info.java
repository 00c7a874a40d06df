/**
 * Automatic stop (PRODUCT, section 6): what one held trade is worth at this moment, and whether to sell it.
 *
 * <pre>
 * StopReading + StopMemory ─→ StopRules ─→ StopDecision: Hold | Verifying | Close | EmergencyHold, and the next memory
 * </pre>
 */
@NullMarked
package io.recio.domain.stop;

import org.jspecify.annotations.NullMarked;
