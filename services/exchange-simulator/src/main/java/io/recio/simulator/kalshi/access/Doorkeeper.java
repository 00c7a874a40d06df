package io.recio.simulator.kalshi.access;

import io.recio.domain.time.SystemClock;
import io.recio.domain.time.SystemTime;
import io.recio.simulator.fault.Fault;
import io.recio.simulator.fault.FaultKind;
import io.recio.simulator.fault.FaultScope;
import io.recio.simulator.fault.Faults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** Lets signed requests in, by the exchange's own clock, which a fault may set wrong. */
@ApplicationScoped
public class Doorkeeper {

    private final SignatureCheck signatures;
    private final Faults faults;
    private final SystemClock clock;

    @Inject
    Doorkeeper(SignatureCheck signatures, Faults faults, SystemClock clock) {
        this.signatures = signatures;
        this.faults = faults;
        this.clock = clock;
    }

    /** The real time as the exchange has it. */
    public SystemTime now() {
        Duration skew = faults.active(FaultScope.EXCHANGE, FaultKind.CLOCK_SKEW, "")
                .map(Fault::delay)
                .orElse(Duration.ZERO);
        return clock.now().plus(skew);
    }

    /** Why the request is not let in, none when it is. */
    public Optional<String> refusal(SignatureCheck.Claim claim, String method, String path) {
        return signatures.refusal(claim, method, path, now());
    }

    /** Whether the key may change anything. */
    public boolean mayWrite(String key) {
        return signatures.mayWrite(key);
    }
}
