package io.recio.accountsync.record;

import io.recio.accountsync.position.HeldPosition;
import io.recio.accountsync.position.PositionBook;
import io.recio.accountsync.settlement.Determination;
import io.recio.accountsync.settlement.SettlementRules;
import io.recio.accountsync.settlement.StoredSettlement;
import io.recio.accountsync.settlement.StoredSettlement.State;
import io.recio.domain.market.EventTicker;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.time.BusinessTime;
import io.recio.kalshi.model.AccountSettlement;
import io.recio.kalshi.model.NetPosition;
import io.recio.storage.system.AlertStore.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Records results and payouts, and knows which markets still have to pay. */
final class SettlementBook {

    private static final Logger LOG = Logger.getLogger(SettlementBook.class);

    private final Set<MarketTicker> awaited;
    private final Set<MarketTicker> complained = new HashSet<>();

    SettlementBook(Collection<MarketTicker> awaited) {
        this.awaited = new HashSet<>(awaited);
    }

    Set<MarketTicker> awaited() {
        return Set.copyOf(awaited);
    }

    /** Records provisional settlements of markets we hold. */
    void determined(AccountRows rows, List<Determination> told, PositionBook positions) {
        List<Determination> ours = told.stream()
                .filter(each -> awaited.contains(each.ticker())
                        || positions
                                .of(each.ticker())
                                .filter(HeldPosition::isHeld)
                                .isPresent())
                .toList();
        if (ours.isEmpty()) {
            return;
        }
        Map<MarketTicker, StoredSettlement> known =
                rows.settlements(ours.stream().map(Determination::ticker).toList());
        Map<MarketTicker, StoredSettlement> changes = new LinkedHashMap<>();
        for (Determination each : ours) {
            awaited.add(each.ticker());
            Optional<StoredSettlement> before = Optional.ofNullable(known.get(each.ticker()));
            NetPosition held =
                    positions.of(each.ticker()).map(HeldPosition::position).orElse(NetPosition.FLAT);
            Optional<EventTicker> event =
                    before.map(StoredSettlement::event).or(each::event).or(() -> rows.event(each.ticker()));
            event.flatMap(of -> SettlementRules.provisional(before, each, of, held))
                    .ifPresent(settlement -> changes.put(settlement.ticker(), settlement));
        }
        rows.putSettlements(changes.values());
        changes.values().forEach(SettlementBook::log);
    }

    /**
     * Records payouts.
     *
     * @return those that are new or changed
     */
    List<StoredSettlement> paid(AccountRows rows, List<AccountSettlement> told, BusinessTime now) {
        if (told.isEmpty()) {
            return List.of();
        }
        Map<MarketTicker, StoredSettlement> known =
                rows.settlements(told.stream().map(AccountSettlement::ticker).toList());
        List<StoredSettlement> changes = new ArrayList<>();
        for (AccountSettlement each : told) {
            Optional<StoredSettlement> before = Optional.ofNullable(known.get(each.ticker()));
            if (!SettlementRules.isReadable(each)) {
                complain(rows, each, now);
                continue;
            }
            awaited.remove(each.ticker());
            SettlementRules.paid(before, each).ifPresent(settlement -> {
                changes.add(settlement);
                if (settlement.state() == State.AMENDED) {
                    rows.raise(amended(before, settlement), now);
                }
            });
        }
        rows.putSettlements(changes);
        changes.forEach(SettlementBook::log);
        return changes;
    }

    private void complain(AccountRows rows, AccountSettlement told, BusinessTime now) {
        if (!complained.add(told.ticker())) {
            return;
        }
        LOG.warnf("Settlement has no readable result settlement=%s", told);
        rows.raise(
                new Notice(
                        Severity.CRITICAL,
                        "SETTLEMENT_UNREADABLE",
                        "The exchange tells a settlement without a result and value that can be read",
                        Map.of("ticker", told.ticker().value())),
                now);
    }

    private static Notice amended(Optional<StoredSettlement> before, StoredSettlement after) {
        return new Notice(
                Severity.CRITICAL,
                "SETTLEMENT_AMENDED",
                "The exchange changed a final settlement",
                Map.of(
                        "ticker", after.ticker().value(),
                        "before", before.map(StoredSettlement::toString).orElse(""),
                        "after", after.toString()));
    }

    private static void log(StoredSettlement settlement) {
        LOG.infof(
                "Settlement recorded ticker=%s state=%s result=%s yesValue=%s revenue=%s",
                settlement.ticker(),
                settlement.state(),
                settlement.result(),
                settlement.yesValue(),
                settlement.revenue());
    }
}
