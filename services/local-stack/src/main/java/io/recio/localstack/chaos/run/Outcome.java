package io.recio.localstack.chaos.run;

import io.recio.localstack.chaos.check.Violation;
import io.recio.localstack.chaos.plan.Schedule;
import java.time.Duration;
import java.util.List;

/**
 * What a run came to.
 *
 * @param requests answered
 * @param trades that were filled
 * @param fills by the exchange
 * @param partial orders filled in part
 * @param closes orders that closed
 * @param settled markets with a payout
 * @param doubts times an order fell in doubt
 * @param halted whether entries were halted at the end
 */
public record Outcome(
        Schedule schedule,
        List<Fate> fates,
        int requests,
        int trades,
        int fills,
        int partial,
        int closes,
        int settled,
        int doubts,
        boolean halted,
        Duration took,
        List<Violation> violations) {}
