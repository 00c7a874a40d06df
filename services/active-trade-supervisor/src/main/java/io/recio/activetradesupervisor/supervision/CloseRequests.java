package io.recio.activetradesupervisor.supervision;

import io.recio.domain.stop.StopReading;
import io.recio.domain.stop.StopVerdict;
import io.recio.domain.trade.Trade;
import io.recio.storage.Database;
import io.recio.storage.Fence;
import io.recio.storage.system.Installation;
import io.recio.storage.trading.RequestStore;
import io.recio.storage.trading.TradeRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Asks the trade manager to sell. One request per close that the trade has begun: asking again changes nothing. */
final class CloseRequests {

    private static final Logger LOG = Logger.getLogger(CloseRequests.class);

    private final Database database;
    private final RequestStore requests;
    private final Supplier<UUID> ids;

    CloseRequests(Database database, Installation installation, Supplier<UUID> ids) {
        this.database = database;
        this.requests = new RequestStore(installation);
        this.ids = ids;
    }

    void submit(Fence fence, Trade trade, StopReading reading, StopVerdict.Close close) {
        Map<String, String> seen = new LinkedHashMap<>(close.facts());
        reading.exitPrice().ifPresent(price -> seen.put("exitPrice", price.toString()));
        reading.pnl().ifPresent(pnl -> seen.put("pnl", pnl.toString()));
        TradeRequest request = new TradeRequest(
                ids.get(),
                "stop:" + trade.id() + ":close:" + (trade.closes().size() + 1),
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
                        "Close requested trade=%s ticker=%s reason=%s facts=%s",
                        trade.id(), trade.terms().ticker(), close.reason(), close.facts());
            case RequestStore.AlreadySubmitted already -> LOG.debugf("Close already requested trade=%s", trade.id());
            case RequestStore.KeyReused reused ->
                LOG.warnf("Close request key was used for another wish key=%s", reused.idempotencyKey());
        }
    }
}
