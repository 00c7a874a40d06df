package io.recio.activetradesupervisor.supervision;

import io.recio.activetradesupervisor.supervision.CloseTurn.Asked;
import io.recio.domain.stop.StopReading;
import io.recio.domain.stop.StopVerdict;
import io.recio.domain.time.SystemClock;
import io.recio.domain.trade.Trade;
import io.recio.storage.Database;
import io.recio.storage.Fence;
import io.recio.storage.Times;
import io.recio.storage.system.Installation;
import io.recio.storage.trading.RequestStore;
import io.recio.storage.trading.TradeRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Asks the trade manager to sell. What was asked and answered stands in the requests themselves, so a restart forgets nothing. */
final class CloseRequests {

    private static final Logger LOG = Logger.getLogger(CloseRequests.class);

    private final Database database;
    private final Installation installation;
    private final RequestStore requests;
    private final Supplier<UUID> ids;
    private final SystemClock clock;

    CloseRequests(Database database, Installation installation, Supplier<UUID> ids, SystemClock clock) {
        this.database = database;
        this.installation = installation;
        this.requests = new RequestStore(installation);
        this.ids = ids;
        this.clock = clock;
    }

    /** Asks when it is our turn. */
    void ask(Fence fence, Trade trade, StopReading reading, StopVerdict.Close close) {
        CloseTurn.next(asked(trade), trade.closes().size(), close.reason().isEmergency(), clock.now())
                .ifPresent(number -> submit(fence, trade, reading, close, number));
    }

    private List<Asked> asked(Trade trade) {
        return database.list(
                row -> new Asked(
                        row.getBoolean("emergency"),
                        "placed".equals(row.getString("outcome")),
                        Optional.ofNullable(Times.systemOrNull(row, "answered_at"))),
                """
                SELECT emergency, answer ->> 'outcome' AS outcome, answered_at FROM trading.requests
                WHERE trade_id = $1 AND kind = 'close' AND account = $2 AND mode = $3 AND requested_by = session_user
                ORDER BY requested_at\
                """,
                trade.id().value(),
                installation.account(),
                installation.mode().text());
    }

    private void submit(Fence fence, Trade trade, StopReading reading, StopVerdict.Close close, int number) {
        Map<String, String> seen = new LinkedHashMap<>(close.facts());
        reading.exitPrice().ifPresent(price -> seen.put("exitPrice", price.toString()));
        reading.pnl().ifPresent(pnl -> seen.put("pnl", pnl.toString()));
        TradeRequest request = new TradeRequest(
                ids.get(),
                "stop:" + trade.id() + ":close:" + number,
                new TradeRequest.Close(
                        trade.id().value(),
                        trade.terms().ticker(),
                        trade.terms().side(),
                        close.reason().isEmergency()),
                Optional.empty(),
                trade.terms().strategy(),
                close.reason().name(),
                Optional.empty(),
                seen,
                Optional.empty(),
                reading.now());
        RequestStore.Submission submission = database.fenced(fence, statements -> requests.submit(statements, request));
        switch (submission) {
            case RequestStore.Submitted submitted ->
                LOG.infof(
                        "Close requested trade=%s ticker=%s number=%d reason=%s facts=%s",
                        trade.id(), trade.terms().ticker(), number, close.reason(), close.facts());
            case RequestStore.AlreadySubmitted already -> LOG.debugf("Close already requested trade=%s", trade.id());
            case RequestStore.KeyReused reused ->
                LOG.warnf("Close request key was used for another wish key=%s", reused.idempotencyKey());
        }
    }
}
