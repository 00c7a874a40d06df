package io.recio.mainapp.controls;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The kill switch, and whether reconciliation holds entries back.
 *
 * @param on no entries, resting orders cancelled
 * @param flatten open trades are closed as well
 * @param entriesHalted reconciliation failed; it clears by itself
 */
record KillSwitchView(
        boolean on,
        @Nullable String reason,
        @Nullable String by,
        @Nullable Instant at,
        boolean flatten,
        boolean entriesHalted,
        @Nullable String haltReason) {

    static final KillSwitchView CLEAR = new KillSwitchView(false, null, null, null, false, false, null);
}
