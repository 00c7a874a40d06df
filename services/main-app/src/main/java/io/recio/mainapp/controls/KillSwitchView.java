package io.recio.mainapp.controls;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The kill switch, and whether reconciliation holds entries back.
 *
 * @param on no entries, resting orders cancelled
 * @param flatten open trades are closed as well
 * @param entriesHalted the account and our trades differ; it clears by itself once they agree, or a trader lifts it
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
