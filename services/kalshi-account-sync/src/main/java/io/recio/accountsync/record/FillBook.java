package io.recio.accountsync.record;

import io.recio.domain.order.Fill;
import io.recio.domain.order.FillId;
import io.recio.domain.time.BusinessClock;
import io.recio.storage.system.AlertStore.Severity;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/** Records each fill once, whoever tells of it first; one told otherwise later is reported, never rewritten. */
final class FillBook {

    private static final Logger LOG = Logger.getLogger(FillBook.class);

    private final BusinessClock clock;
    private final Set<FillId> complained = new HashSet<>();

    FillBook(BusinessClock clock) {
        this.clock = clock;
    }

    /**
     * Adds what is not recorded yet.
     *
     * @return the fills that are new
     */
    List<Fill> add(AccountRows rows, List<Fill> told, FillSource source) {
        if (told.isEmpty()) {
            return List.of();
        }
        Map<FillId, Fill> known = rows.fills(told.stream().map(Fill::id).toList());
        Map<FillId, Fill> added = new LinkedHashMap<>();
        for (Fill fill : told) {
            Fill recorded = known.getOrDefault(fill.id(), added.get(fill.id()));
            if (recorded == null) {
                added.put(fill.id(), fill);
            } else if (!isSame(recorded, fill) && complained.add(fill.id())) {
                rows.raise(differs(recorded, fill), clock.now());
            }
        }
        rows.addFills(added.values(), source);
        return List.copyOf(added.values());
    }

    /** Time and client order id may be told with less or left out; nothing else may differ. */
    private static boolean isSame(Fill recorded, Fill told) {
        return recorded.orderId().equals(told.orderId())
                && recorded.ticker().equals(told.ticker())
                && recorded.boughtSide() == told.boughtSide()
                && recorded.yesPrice().equals(told.yesPrice())
                && recorded.quantity().equals(told.quantity())
                && recorded.fee().equals(told.fee());
    }

    private static Notice differs(Fill recorded, Fill told) {
        LOG.warnf("Fill differs from its record recorded=%s told=%s", recorded, told);
        return new Notice(
                Severity.CRITICAL,
                "FILL_DIFFERS",
                "The exchange tells a fill otherwise than before; the record stays as it was",
                Map.of("fillId", told.id().value(), "recorded", recorded.toString(), "told", told.toString()));
    }
}
