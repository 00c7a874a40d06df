package io.recio.accountsync.read;

import io.recio.accountsync.settlement.Determination;
import io.recio.domain.order.Fill;
import io.recio.domain.time.SystemTime;
import io.recio.kalshi.model.AccountBalance;
import io.recio.kalshi.model.AccountOrder;
import io.recio.kalshi.model.AccountPosition;
import io.recio.kalshi.model.AccountSettlement;
import io.recio.kalshi.model.UnreadableItem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How a read ended. */
public sealed interface ReadOutcome {

    /** The list of positions as the exchange calls it. */
    String POSITIONS = "market_positions";

    ReadRequest request();

    /**
     * The account as the exchange tells it; a part the scope leaves out is empty.
     *
     * @param userDataAsOf up to when the exchange shows what happened, on its real clock
     * @param everyOrder whether the orders are all there are
     * @param positions all of them, unless some are unreadable
     * @param unreadable what was told and could not be read; everything else was
     */
    record Reading(
            ReadRequest request,
            Optional<SystemTime> userDataAsOf,
            boolean everyOrder,
            List<AccountOrder> orders,
            List<Fill> fills,
            Optional<List<AccountPosition>> positions,
            Optional<AccountBalance> balance,
            List<AccountSettlement> settlements,
            List<Determination> determinations,
            List<UnreadableItem> unreadable)
            implements ReadOutcome {

        /** Whether the account is known as a whole now. */
        public boolean confirms() {
            return request.scope().isComplete() && unreadable.isEmpty();
        }

        /** Whether a market without a position here holds nothing. */
        public boolean everyPosition() {
            return unreadable.stream().noneMatch(item -> item.list().equals(POSITIONS));
        }
    }

    /**
     * Nothing usable came.
     *
     * @param refused whether our key or its files are the reason
     * @param pause how long the exchange wants us to wait at least
     */
    record Failed(ReadRequest request, boolean refused, String reason, Duration pause) implements ReadOutcome {}
}
