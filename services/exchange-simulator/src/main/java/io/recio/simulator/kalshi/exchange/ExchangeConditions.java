package io.recio.simulator.kalshi.exchange;

/** What holds for the exchange as a whole at this moment. */
public interface ExchangeConditions {

    /** All is well, and a client order id is never used twice. */
    ExchangeConditions NORMAL = new ExchangeConditions() {
        @Override
        public boolean isExchangeActive() {
            return true;
        }

        @Override
        public boolean isTradingActive(int shard) {
            return true;
        }

        @Override
        public boolean areFinalIdsReusable() {
            return false;
        }
    };

    /** Whether any change of state is taken at all. */
    boolean isExchangeActive();

    /** Whether orders are taken on the shard; cancels are taken as long as the exchange is active. */
    boolean isTradingActive(int shard);

    /** Whether a client order id may be used again once its order no longer rests. */
    boolean areFinalIdsReusable();
}
