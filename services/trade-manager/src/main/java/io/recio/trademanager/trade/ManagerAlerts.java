package io.recio.trademanager.trade;

import io.recio.domain.time.BusinessClock;
import io.recio.storage.Statements;
import io.recio.storage.system.AlertStore;
import io.recio.storage.system.AlertStore.Severity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/** Tells people what the books cannot settle by themselves: an alert row and a log line. */
public final class ManagerAlerts {

    private static final Logger LOG = Logger.getLogger(ManagerAlerts.class);

    private final AlertStore alerts = new AlertStore();
    private final BusinessClock business;

    public ManagerAlerts(BusinessClock business) {
        this.business = business;
    }

    /** @param code stable, in capitals */
    public void raise(
            Statements statements, Severity severity, String code, String message, Map<String, String> facts) {
        LOG.warnf("%s code=%s facts=%s", message, code, new TreeMap<>(facts));
        alerts.raise(statements, severity, code, message, new LinkedHashMap<>(facts), business.now());
    }
}
