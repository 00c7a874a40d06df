package io.recio.storage.market;

import io.recio.domain.time.SystemTime;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether the books of an event can be believed (PRODUCT, section 3).
 *
 * @param valid for a socket: gap-free since its snapshot
 * @param heardAt the newest frame or ping, or the newest read, in real time
 * @param reason why it is not valid
 */
public record BookFeed(boolean bySocket, boolean valid, SystemTime heardAt, Optional<String> reason) {

    private static final Duration SOCKET_LIMIT = Duration.ofSeconds(12);
    private static final Duration REST_LIMIT = Duration.ofSeconds(5);

    public boolean isFresh(SystemTime now) {
        Duration limit = bySocket ? SOCKET_LIMIT : REST_LIMIT;
        return valid && heardAt.until(now).compareTo(limit) <= 0;
    }
}
