package io.recio.simulator.price;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Keeps the values computed last, one per slot; a value lost to its neighbour in a slot is computed again. */
final class RecentCache<V extends @Nullable Object> {

    private final AtomicReferenceArray<@Nullable Entry<V>> slots;
    private final LongFunction<V> computation;

    RecentCache(int size, LongFunction<V> computation) {
        this.slots = new AtomicReferenceArray<>(size);
        this.computation = computation;
    }

    V get(long key) {
        int slot = Math.floorMod(key, slots.length());
        Entry<V> entry = slots.get(slot);
        if (entry == null || entry.key() != key) {
            entry = new Entry<>(key, computation.apply(key));
            slots.set(slot, entry);
        }
        return entry.value();
    }

    private record Entry<V extends @Nullable Object>(long key, V value) {}
}
