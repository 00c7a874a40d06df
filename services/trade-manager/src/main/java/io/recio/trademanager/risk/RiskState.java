package io.recio.trademanager.risk;

import io.recio.domain.time.SystemTime;
import java.util.Optional;

/**
 * The row every entry locks.
 *
 * @param readAt on the database's clock, once the lock was had
 * @param flatten whether the kill switch also sells what is held
 * @param halt why entries are halted, if they are
 */
public record RiskState(SystemTime readAt, boolean killSwitchOn, boolean flatten, Optional<String> halt) {

    /** Whether all that is held must be sold. */
    public boolean mustFlatten() {
        return killSwitchOn && flatten;
    }
}
