package io.recio.kalshi.limits;

/**
 * The token buckets of an account, as GET /account/limits tells them.
 *
 * @param tier the exchange's name of the level, such as {@code basic}
 */
public record AccountLimits(String tier, Bucket read, Bucket write) {

    /** What every account has; used until the account's own limits are known. */
    public static final AccountLimits BASIC = new AccountLimits("basic", new Bucket(200, 600), new Bucket(100, 100));

    /**
     * One bucket.
     *
     * @param refillRate tokens added per second, continuously
     * @param capacity tokens held at most
     */
    public record Bucket(long refillRate, long capacity) {

        public Bucket {
            if (refillRate <= 0 || capacity <= 0) {
                throw new IllegalArgumentException(
                        "bucket must refill and hold more than 0 tokens, was " + refillRate + " and " + capacity);
            }
        }
    }
}
