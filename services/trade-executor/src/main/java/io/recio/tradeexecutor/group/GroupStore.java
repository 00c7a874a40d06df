package io.recio.tradeexecutor.group;

import io.recio.domain.market.EventTicker;
import io.recio.domain.money.Quantity;
import io.recio.domain.time.BusinessTime;
import io.recio.storage.Fence;
import java.util.List;

/** {@code trading.order_groups}, and what decides about them. */
public interface GroupStore {

    /** An event that trades now or is about to. */
    record OpenEvent(EventTicker ticker, int shard, BusinessTime closesAt) {}

    /** Events of the enabled symbols that have opened, or will within the lead, and have not closed. */
    List<OpenEvent> openEvents(BusinessTime now);

    /** Groups whose hour is not over. */
    List<HourGroup> live();

    /** What may match within 15 s: our own limit for the whole event (PRODUCT, section 8). */
    Quantity limit();

    boolean isKillSwitchOn();

    /** Writes the group as it is now, under the fence. */
    void put(Fence fence, HourGroup group);

    /**
     * Writes that the group was triggered and throws the kill switch, in one transaction, with an alert when it was off.
     *
     * @return whether it was off
     */
    boolean triggered(Fence fence, HourGroup group);
}
