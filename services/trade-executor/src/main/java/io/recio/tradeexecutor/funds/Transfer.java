package io.recio.tradeexecutor.funds;

import io.recio.domain.money.Money;
import io.recio.domain.time.SystemTime;
import java.util.UUID;

/**
 * Money to be moved from shard to shard.
 *
 * @param id ours, the exchange's {@code client_transfer_id}
 * @param askedAt when it was written down, just before it was asked for
 */
public record Transfer(UUID id, int from, int to, Money amount, SystemTime askedAt) {

    /** How far it has come; stored in small letters. */
    public enum State {
        SENDING,
        IN_DOUBT,
        DONE,
        REFUSED,
        ABSENT
    }

    public Transfer {
        if (from == to || !amount.isPositive()) {
            throw new IllegalArgumentException(
                    "transfer must move money between two shards, was " + amount + " from " + from + " to " + to);
        }
    }
}
