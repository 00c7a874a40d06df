package io.recio.trademanager.trade;

import io.recio.domain.time.BusinessTime;
import io.recio.storage.system.AlertStore.Severity;
import io.recio.trademanager.trade.TradeLog.Replayed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Fills the book from the log: every trade at risk is replayed and its row compared with the fold. */
public final class TradeRecovery {

    private static final Logger LOG = Logger.getLogger(TradeRecovery.class);

    /** Finished trades as young as this are replayed too, for a row that wrongly says finished. */
    private static final Duration LOOKED_BACK = Duration.ofDays(2);

    private final Tenure tenure;
    private final TradeBook book;
    private final TradeLog log;
    private final ManagerAlerts alerts;

    public TradeRecovery(Tenure tenure, TradeBook book, TradeLog log, ManagerAlerts alerts) {
        this.tenure = tenure;
        this.book = book;
        this.log = log;
        this.alerts = alerts;
    }

    /** The trades that cannot be replayed, each with the reason; empty when all is well. */
    public List<Replayed.Damaged> recover(BusinessTime now) {
        List<Replayed.Damaged> damaged = new ArrayList<>();
        List<LoggedTrade> corrected = new ArrayList<>();
        for (Replayed replayed : log.atRiskOrSince(tenure.database(), now.minus(LOOKED_BACK))) {
            switch (replayed) {
                case Replayed.Sound sound -> {
                    book.put(sound.logged());
                    if (!sound.rowAgrees()) {
                        corrected.add(sound.logged());
                    }
                }
                case Replayed.Damaged broken -> damaged.add(broken);
            }
        }
        corrected.forEach(this::correct);
        damaged.forEach(this::alert);
        LOG.infof(
                "Trades recovered atRisk=%d corrected=%d damaged=%d",
                book.all().size(), corrected.size(), damaged.size());
        return damaged;
    }

    private void correct(LoggedTrade logged) {
        tenure.fenced(tx -> {
            log.correctRow(tx, logged);
            alerts.raise(
                    tx,
                    Severity.WARNING,
                    "TRADE_ROW_CORRECTED",
                    "A trade's row did not follow from its events and was put right",
                    Map.of("trade", logged.id().toString()));
            return logged;
        });
    }

    private void alert(Replayed.Damaged broken) {
        tenure.fenced(tx -> {
            alerts.raise(
                    tx,
                    Severity.CRITICAL,
                    "TRADE_DAMAGED",
                    "A trade's events cannot be replayed",
                    Map.of("trade", broken.id().toString(), "damage", broken.damage()));
            return broken;
        });
    }
}
