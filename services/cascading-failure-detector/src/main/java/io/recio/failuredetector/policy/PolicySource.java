package io.recio.failuredetector.policy;

import io.recio.domain.health.DetectorPolicy;
import io.recio.domain.health.ServiceName;
import io.recio.domain.price.Symbol;
import java.util.List;
import java.util.Map;

/** The policy in force. Thread-safe; each look asks anew. */
public interface PolicySource {

    /** @param symbols whose price watchdogs the runtime keeps */
    DetectorPolicy policy(List<Symbol> symbols);

    /** Decide and record only. */
    boolean isDryRun();

    /** Whether the freshness figures of a service, each good or late, are those of one that functions. */
    boolean isFunctional(ServiceName service, Map<String, Boolean> figures, boolean itself);
}
