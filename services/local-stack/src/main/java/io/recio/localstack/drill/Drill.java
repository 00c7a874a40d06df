package io.recio.localstack.drill;

import io.recio.localstack.control.ServiceReadiness;
import io.recio.localstack.control.StackSession;
import io.recio.localstack.demo.DemoDatabase;
import io.recio.localstack.process.InstanceView;
import io.recio.localstack.stack.Ports;
import io.recio.localstack.stack.Progress;
import java.net.http.HttpClient;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Strikes one blow after the other and waits for each to heal. */
final class Drill {

    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final Duration LOOK = Duration.ofMillis(100);

    /** Between two blows, so that what follows from one is not taken for the next. */
    private static final Duration BREATH = Duration.ofSeconds(5);

    private final StackSession session;
    private final DemoDatabase database;
    private final Progress out;
    private final InstantSource time;
    private final HttpClient http = HttpClient.newHttpClient();

    Drill(StackSession session, Progress out, InstantSource time) {
        this.session = session;
        this.database = DemoDatabase.of(session);
        this.out = out;
        this.time = time;
    }

    List<Healing> strike(List<Blow> blows) throws Exception {
        List<Healing> healings = new ArrayList<>();
        for (Blow blow : blows) {
            out.step("BLOW           " + blow.label());
            Healing healing = strike(blow);
            out.step("HEALED       " + healing);
            healings.add(healing);
            Thread.sleep(BREATH);
        }
        return healings;
    }

    private Healing strike(Blow blow) throws Exception {
        Map<String, String> before = instances();
        Instant began = time.instant();
        Blow.Damage damage = blow.strike().strike();
        boolean healed;
        try {
            healed = blow.healer() == Blow.Healer.ITSELF || within(() -> isNew(before, instances(), blow.victim()));
        } finally {
            damage.mend();
        }
        Instant from = blow.healer() == Blow.Healer.ITSELF ? time.instant() : began;
        healed = healed && within(this::everyoneWorks);
        Duration took = healed ? Duration.between(from, time.instant()) : null;
        String cause = blow.healer() == Blow.Healer.DETECTOR ? cause(blow, began) : null;
        List<String> others = instances().entrySet().stream()
                .filter(each -> !each.getKey().equals(blow.victim()))
                .filter(each -> !each.getValue().equals(before.get(each.getKey())))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        return new Healing(blow, took, cause, others);
    }

    /** The root cause of the incident in which the victim was restarted. */
    private @Nullable String cause(Blow blow, Instant began) throws SQLException, InterruptedException {
        List<String> causes = new ArrayList<>();
        within(() -> {
            try {
                causes.addAll(
                        database.list(row -> row.getString(1), """
                        SELECT i.root_cause FROM system.remedies r JOIN system.incidents i USING (incident_id)
                        WHERE r.service = ? AND NOT r.withheld AND r.decided_at >= ? ORDER BY r.decided_at""", blow.victim(), began.atOffset(ZoneOffset.UTC)));
                return !causes.isEmpty();
            } catch (SQLException e) {
                return false;
            }
        });
        return causes.isEmpty() ? null : causes.getFirst();
    }

    private static boolean isNew(Map<String, String> before, Map<String, String> now, String victim) {
        String instance = now.get(victim);
        return instance != null && !instance.equals(before.get(victim));
    }

    private boolean everyoneWorks() {
        return session.stack().instances().stream()
                .filter(instance -> !instance.service().equals(Ports.POSTGRES))
                .allMatch(
                        instance -> ServiceReadiness.ask(http, instance.port()).works());
    }

    private Map<String, String> instances() {
        Map<String, String> instances = new HashMap<>();
        for (InstanceView each : session.stack().instances()) {
            String instance = each.instance();
            if (instance != null && each.state().equals("running")) {
                instances.put(each.service(), instance);
            }
        }
        return instances;
    }

    private boolean within(BooleanSupplier condition) throws InterruptedException {
        Instant limit = time.instant().plus(LIMIT);
        while (!condition.getAsBoolean()) {
            if (time.instant().isAfter(limit)) {
                return false;
            }
            Thread.sleep(LOOK);
        }
        return true;
    }
}
