package io.recio.tradeexecutor.alert;

import io.recio.domain.time.BusinessClock;
import io.recio.storage.Database;
import io.recio.storage.Statements;
import io.recio.storage.system.AlertStore;
import jakarta.inject.Singleton;
import java.util.Map;

/** Tells a person what cannot wait. */
@Singleton
public class ExecutorAlerts {

    private final Database database;
    private final BusinessClock business;
    private final AlertStore alerts = new AlertStore();

    ExecutorAlerts(Database database, BusinessClock business) {
        this.database = database;
        this.business = business;
    }

    public void raise(String code, String message, Map<String, Object> facts) {
        raise(database, code, message, facts);
    }

    /** Within the caller's transaction. */
    public void raise(Statements statements, String code, String message, Map<String, Object> facts) {
        alerts.raise(statements, AlertStore.Severity.CRITICAL, code, message, facts, business.now());
    }
}
