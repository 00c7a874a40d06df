package io.recio.accountsync.record;

import io.recio.storage.system.AlertStore.Severity;
import java.util.Map;

/**
 * What a person should know.
 *
 * @param code stable, in capitals
 */
public record Notice(Severity severity, String code, String message, Map<String, Object> facts) {

    public Notice {
        facts = Map.copyOf(facts);
    }
}
