package io.recio.simulator.kalshi.exchange;

import io.recio.domain.money.Money;
import io.recio.domain.time.BusinessTime;

/**
 * One change of cash on one shard.
 *
 * @param reference trade, transfer or market it came from
 */
public record Movement(Kind kind, int shard, Money amount, String reference, BusinessTime at) {

    /** Where cash comes from and goes to. */
    public enum Kind {
        DEPOSIT,
        FILL,
        SETTLEMENT,
        TRANSFER
    }
}
