package io.recio.failuredetector.observation;

import io.recio.domain.health.InstanceObservation.Role;
import io.recio.domain.health.ServiceName;
import io.recio.domain.time.SystemTime;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What the database knows. Ages are on its own clock.
 *
 * @param commit how long a durable commit took
 * @param beats the newest heartbeat by instance
 * @param leases by service
 * @param kalshi the API watchdog's word; absent before its first
 * @param orderInDoubt whether any order was sent whose outcome is not known
 */
record DatabaseReading(
        Duration commit,
        Map<String, Beat> beats,
        Map<ServiceName, Lease> leases,
        Optional<ExchangeWord> kalshi,
        boolean orderInDoubt) {

    record Beat(Role role, long epoch, SystemTime startedAt, Duration age, boolean functional, long workDone) {}

    record Lease(String holder, long epoch, boolean expired) {}

    /** @param active whether any shard of the exchange is active */
    record ExchangeWord(boolean reachable, boolean active, Duration age) {}
}
