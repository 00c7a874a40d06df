package io.recio.localstack.process;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One supervised process as others see it.
 *
 * @param service such as {@code trade-manager}
 * @param name of the process: the service's, or {@code trade-manager-2} for its standby
 * @param instance this start of it; also the instance id in its heartbeat. Null when it does not run
 * @param pid null when it does not run
 * @param state running, frozen, waiting (for its next start), stopping or stopped
 * @param restarts how often it was started again, for whatever reason
 * @param port on 127.0.0.1
 * @param memoryBytes PSS; null when unknown
 * @param since start of this instance, or of the state when it does not run
 * @param adopted whether an earlier local-stack had started it
 * @param aotCache whether it started from an AOT cache
 */
public record InstanceView(
        String service,
        String name,
        @Nullable String instance,
        @Nullable Long pid,
        String state,
        int restarts,
        int port,
        @Nullable Long memoryBytes,
        Instant since,
        boolean adopted,
        boolean aotCache) {}
