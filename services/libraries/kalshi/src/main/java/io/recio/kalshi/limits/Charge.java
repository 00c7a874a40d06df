package io.recio.kalshi.limits;

/**
 * What one call costs, and whom.
 *
 * @param kind reads and writes have buckets of their own
 * @param shard the shard a write names; 0 for reads and for writes that name none
 * @param tokens 10 unless the exchange says otherwise
 * @param urgent goes before what is not urgent, and may use the reserve
 */
public record Charge(Kind kind, int shard, long tokens, boolean urgent) {

    public static final long DEFAULT_TOKENS = 10;
    public static final long CANCEL_TOKENS = 2;
    public static final long INDEX_TOKENS = 50;

    public enum Kind {
        READ,
        WRITE
    }

    public Charge {
        if (tokens <= 0 || shard < 0) {
            throw new IllegalArgumentException(
                    "charge must cost tokens on a shard from 0 up, was " + tokens + " on " + shard);
        }
    }

    public static Charge read() {
        return read(DEFAULT_TOKENS);
    }

    public static Charge read(long tokens) {
        return new Charge(Kind.READ, 0, tokens, false);
    }

    /** An entry or another write that can wait. */
    public static Charge write(int shard) {
        return new Charge(Kind.WRITE, shard, DEFAULT_TOKENS, false);
    }

    /** A write that reduces risk: a close, the trigger of a group. */
    public static Charge urgentWrite(int shard) {
        return new Charge(Kind.WRITE, shard, DEFAULT_TOKENS, true);
    }

    public static Charge cancel(int shard) {
        return new Charge(Kind.WRITE, shard, CANCEL_TOKENS, true);
    }
}
