package io.recio.tradeexecutor.funds;

import io.recio.domain.money.Money;
import io.recio.domain.time.BusinessTime;
import io.recio.storage.Fence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code trading.shard_transfers}, and what decides about them. */
public interface FundsStore {

    /** Whether transfers are switched on, no kill switch stands and every balance is newer than the last transfer. */
    boolean mayMove();

    /** What a shard that trades should hold: the exposure limit and the reserve (PRODUCT, section 8). */
    Money target();

    /** Balances by shard, as the account sync read them. */
    Map<Integer, Money> balances();

    /** Shards on which an event of an enabled symbol trades now, or soon. */
    List<Integer> tradingShards(BusinessTime now);

    /** The transfer whose outcome is not known. */
    Optional<Transfer> unresolved();

    /** Ids of all transfers ever written. */
    Set<String> ids();

    /** Writes it down as sending. */
    void begin(Fence fence, Transfer transfer);

    void put(Fence fence, Transfer transfer, Transfer.State state, String reason);
}
