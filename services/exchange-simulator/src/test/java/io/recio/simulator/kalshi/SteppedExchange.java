package io.recio.simulator.kalshi;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.Set;

/** The simulator with a clock that only tests move, and with keys they can sign with. */
public class SteppedExchange implements QuarkusTestProfile {

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(SteppedClock.class);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "simulator.kalshi.keys",
                TestKeys.directory().toString(),
                "simulator.kalshi.limits.write-per-second",
                "100");
    }
}
