package io.recio.tradeexecutor.funds;

import io.recio.domain.money.Money;
import io.recio.domain.time.SystemTime;
import io.recio.tradeexecutor.exchange.ExchangeAway;
import java.util.List;
import java.util.Optional;

/** Moves money between shards. All calls block: they are made on threads of their own. */
public interface FundsExchange {

    /** What became of asking. */
    sealed interface Outcome {}

    record Moved() implements Outcome {}

    /** It certainly was not moved. */
    record NotMoved(String reason) implements Outcome {}

    /** It may have been. */
    record Unknown(String reason) implements Outcome {}

    /**
     * A transfer the exchange knows.
     *
     * @param id the exchange's; ours where it takes that over
     * @param complete false: it is still under way
     */
    record Known(String id, int from, int to, Money amount, boolean complete, Optional<SystemTime> createdAt) {}

    /** Asks once. */
    Outcome move(Transfer transfer);

    /**
     * All transfers the exchange knows.
     *
     * @throws ExchangeAway when any page could not be read
     */
    List<Known> known();
}
