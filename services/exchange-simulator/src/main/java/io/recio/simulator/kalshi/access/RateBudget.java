package io.recio.simulator.kalshi.access;

import io.recio.domain.time.SystemClock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The token buckets of the member: one for reads, one for writes without a shard, one for the writes of each shard
 * (EXCHANGES, section A12). Safe for many threads.
 */
public final class RateBudget {

    /** What a call costs unless said otherwise. */
    public static final int DEFAULT_COST = 10;

    /** What a cancel costs. */
    public static final int CANCEL_COST = 2;

    /** What a read of the settlement index costs. */
    public static final int INDEX_COST = 50;

    private static final int READ_SECONDS = 3;
    private static final int WRITE_SECONDS = 1;
    private static final int UNSCOPED = 0;
    private static final int SHARDS = 4;

    private final int readPerSecond;
    private final int writePerSecond;
    private final SystemClock clock;
    private final TokenBucket reads;
    private final Map<Integer, TokenBucket> writes = new HashMap<>();

    public RateBudget(int readPerSecond, int writePerSecond, SystemClock clock) {
        this.readPerSecond = readPerSecond;
        this.writePerSecond = writePerSecond;
        this.clock = clock;
        long now = clock.nanos();
        this.reads = new TokenBucket(readPerSecond, readCapacity(), now);
        for (int shard = 0; shard < SHARDS; shard++) {
            writes.put(shard, new TokenBucket(writePerSecond, writeCapacity(), now));
        }
    }

    public int readPerSecond() {
        return readPerSecond;
    }

    public int readCapacity() {
        return readPerSecond * READ_SECONDS;
    }

    public int writePerSecond() {
        return writePerSecond;
    }

    public int writeCapacity() {
        return writePerSecond * WRITE_SECONDS;
    }

    /** Takes the tokens of a read; false, and nothing taken, when they are not there. */
    public synchronized boolean read(int cost) {
        long now = clock.nanos();
        boolean held = reads.holds(cost, now);
        if (held) {
            reads.take(cost);
        }
        return held;
    }

    /**
     * Takes the tokens of a write. One that names a shard above 0 draws on that shard's bucket; one that names none is
     * routed by ticker and draws on the unscoped bucket and on every shard's.
     */
    public synchronized boolean write(int cost, int exchangeIndex) {
        List<TokenBucket> drawn = new ArrayList<>();
        if (exchangeIndex < 0) {
            drawn.addAll(writes.values());
        } else {
            drawn.add(writes.getOrDefault(exchangeIndex, writes.get(UNSCOPED)));
        }
        return draw(drawn, cost);
    }

    /** Takes the tokens of a write that no shard is billed for, such as a batch. */
    public synchronized boolean unscopedWrite(int cost) {
        return draw(List.of(writes.get(UNSCOPED)), cost);
    }

    private boolean draw(List<TokenBucket> drawn, int cost) {
        long now = clock.nanos();
        boolean held = drawn.stream().allMatch(bucket -> bucket.holds(cost, now));
        if (held) {
            drawn.forEach(bucket -> bucket.take(cost));
        }
        return held;
    }
}
