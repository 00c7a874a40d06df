package io.recio.localstack.week;

import io.recio.domain.health.DetectorPolicy;
import io.recio.domain.health.ServiceName;
import io.recio.domain.time.SystemTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * An hour of faults, drawn by seed.
 *
 * @param recovery how long each service takes to recover by itself once what it stands on works again, in seconds
 * @param standbys of which services there is a second instance
 * @param notice how long an outage of an exchange goes unnoticed
 */
record Scenario(
        long seed,
        List<Fault> faults,
        Map<ServiceName, Integer> recovery,
        List<ServiceName> standbys,
        Duration notice) {

    static final SystemTime START = SystemTime.of(Instant.parse("2026-11-22T12:00:00Z"));
    static final Duration LENGTH = Duration.ofHours(1);

    private static final int QUIET_START = 120;
    private static final int LAST_FAULT = 2_100;
    private static final int MOST_FAULTS = 8;
    private static final int MOST_NOTICE = 4;
    /** Less than the detector's patience, the notice added: what recovers by itself is not to be restarted. */
    private static final int SLOWEST_RECOVERY = 10;

    static Scenario of(long seed, DetectorPolicy policy) {
        SplittableRandom random = new SplittableRandom(seed);
        List<ServiceName> services = policy.services().values().stream()
                .filter(each -> each.restartable())
                .map(each -> each.name())
                .toList();
        Map<ServiceName, Integer> recovery = new TreeMap<>();
        List<ServiceName> standbys = new ArrayList<>();
        for (ServiceName service : policy.services().keySet()) {
            recovery.put(service, 1 + random.nextInt(SLOWEST_RECOVERY));
            if (random.nextInt(4) == 0 && services.contains(service)) {
                standbys.add(service);
            }
        }
        List<Fault> faults = new ArrayList<>();
        int count = 1 + random.nextInt(MOST_FAULTS);
        for (int i = 0; i < count; i++) {
            faults.add(fault(random, services, standbys));
        }
        return new Scenario(
                seed,
                List.copyOf(faults),
                recovery,
                List.copyOf(standbys),
                Duration.ofSeconds(random.nextInt(MOST_NOTICE)));
    }

    private static Fault fault(SplittableRandom random, List<ServiceName> services, List<ServiceName> standbys) {
        FaultKind kind = FaultKind.values()[random.nextInt(FaultKind.values().length)];
        if (kind == FaultKind.HUNG_STANDBY && standbys.isEmpty()) {
            kind = FaultKind.HUNG;
        }
        List<ServiceName> candidates = kind == FaultKind.HUNG_STANDBY ? standbys : services;
        Optional<ServiceName> service = kind.isOfOneService()
                ? Optional.of(candidates.get(random.nextInt(candidates.size())))
                : Optional.empty();
        SystemTime from = START.plus(Duration.ofSeconds(QUIET_START + random.nextInt(LAST_FAULT)));
        int seconds =
                switch (kind) {
                    case HUNG, STUCK, HUNG_STANDBY -> 0;
                    case POISONED -> 60 + random.nextInt(2_400);
                    case HICCUP -> 1 + random.nextInt(SLOWEST_RECOVERY);
                    case CATCHING_UP -> 20 + random.nextInt(600);
                    case CRASHED -> 1 + random.nextInt(40);
                    case DATABASE_AWAY, API_SERVER_AWAY, COINBASE_AWAY, KALSHI_AWAY -> 5 + random.nextInt(900);
                    case ORDER_IN_DOUBT -> 5 + random.nextInt(600);
                    case PAUSED -> 60 + random.nextInt(1_200);
                };
        return new Fault(kind, service, from, from.plus(Duration.ofSeconds(seconds)));
    }
}
