package io.recio.apiwatchdog.market;

import io.recio.domain.time.SystemTime;
import java.util.Optional;

/**
 * Whether the books of an event can be believed, as written to {@code markets.book_feeds}.
 *
 * @param reason why they cannot, or why REST has to do
 * @param heardAt the newest frame or ping, or the newest read
 */
record FeedRow(boolean bySocket, boolean valid, Optional<String> reason, SystemTime heardAt) {

    /** Whether both say the same, however lately heard. */
    boolean agreesWith(FeedRow other) {
        return bySocket == other.bySocket && valid == other.valid && reason.equals(other.reason);
    }
}
