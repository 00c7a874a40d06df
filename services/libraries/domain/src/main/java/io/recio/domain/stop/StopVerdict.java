package io.recio.domain.stop;

import io.recio.domain.time.BusinessTime;
import io.recio.domain.trade.CloseReason;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What to do with a held trade. */
public sealed interface StopVerdict {

    /** Nothing. */
    record Hold() implements StopVerdict {}

    /** Nothing yet: the probability is below its threshold and must stay there until then. */
    record Verifying(BusinessTime until) implements StopVerdict {}

    /**
     * Sell all that is held.
     *
     * @param facts what was found and what was asked for, by name
     */
    record Close(CloseReason reason, SortedMap<String, String> facts) implements StopVerdict {

        public Close {
            facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
        }

        static Close of(CloseReason reason, Map<String, String> facts) {
            return new Close(reason, new TreeMap<>(facts));
        }
    }

    /** The trade is unwatched and held all the same: raise an alert. */
    record EmergencyHold(EmergencyHoldReason reason) implements StopVerdict {}

    /** Why an unwatched trade is held. */
    enum EmergencyHoldReason {
        KEPT_BY_OPERATOR,
        BOOK_NOT_FRESH,
        POLICY_IS_HOLD,
        TOO_CLOSE_TO_THE_END
    }
}
