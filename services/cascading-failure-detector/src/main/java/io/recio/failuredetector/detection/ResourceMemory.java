package io.recio.failuredetector.detection;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.recio.domain.time.SystemClock;
import io.recio.failuredetector.DetectorConfig;
import io.recio.failuredetector.incident.JournalEntry;
import io.recio.failuredetector.policy.PolicyInForce;
import io.recio.failuredetector.resource.CascadePolicy;
import io.recio.failuredetector.resource.CascadePolicyStatus;
import io.recio.servicekit.ServiceIdentity;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The status of the {@code CascadePolicy}, and the Lease. The write is refused when another leader has written since the last
 * one: whoever cannot remember may not act. What moves all the time is written now and then, everything else at once.
 */
@Singleton
@Typed(ResourceMemory.class)
class ResourceMemory implements DetectorMemory {

    private static final Logger LOG = Logger.getLogger(ResourceMemory.class);

    /** The object must stay small; more than this waits in memory alone. */
    private static final int MOST_UNWRITTEN = 200;

    private final KubernetesClient client;
    private final DetectorConfig.Kubernetes config;
    private final KubernetesLease lease;
    private final StatusWords words;
    private final SystemClock clock;
    private @Nullable Saved saved;

    /** What the API server has got. */
    private record Saved(Remembered remembered, long generation, long nanos) {}

    @Inject
    ResourceMemory(
            KubernetesClient client,
            DetectorConfig config,
            PolicyInForce policy,
            ServiceIdentity identity,
            SystemClock clock) {
        this(client, config.kubernetes(), policy, identity.instance(), clock);
    }

    ResourceMemory(
            KubernetesClient client,
            DetectorConfig.Kubernetes config,
            PolicyInForce policy,
            String self,
            SystemClock clock) {
        this.client = client;
        this.config = config;
        this.lease = new KubernetesLease(client, config, self);
        this.words = new StatusWords(policy, self);
        this.clock = clock;
    }

    @Override
    public Optional<Remembered> lead() {
        if (!lease.isHeld()) {
            return Optional.empty();
        }
        try {
            CascadePolicy policy = read();
            Remembered known = remembered(policy.getStatus());
            saved = new Saved(Remembered.NOTHING, -1, clock.nanos());
            return Optional.of(known.inEpoch(Math.max(known.epoch(), epoch(policy.getStatus())) + 1));
        } catch (KubernetesClientException e) {
            LOG.warnf(
                    "Policy must be readable to lead, was not policy=%s reason='%s'", config.policy(), e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public boolean leads() {
        return lease.isHeld();
    }

    @Override
    public boolean save(Remembered remembered) {
        Saved last = saved;
        if (last == null || !lease.isHeld()) {
            return false;
        }
        long generation = words.generation();
        boolean recent = clock.nanos() - last.nanos() < config.memoryInterval().toNanos();
        if (recent && generation == last.generation() && saysTheSame(last.remembered(), remembered)) {
            return true;
        }
        try {
            write(remembered);
            saved = new Saved(remembered, generation, clock.nanos());
            return true;
        } catch (KubernetesClientException e) {
            LOG.warnf("Policy's status is not written policy=%s reason='%s'", config.policy(), e.getMessage());
            return false;
        }
    }

    @Override
    public void release() {
        lease.release();
    }

    private CascadePolicy read() {
        CascadePolicy policy = client.resources(CascadePolicy.class)
                .inNamespace(config.namespace())
                .withName(config.policy())
                .get();
        if (policy == null) {
            throw new KubernetesClientException("CascadePolicy " + config.policy() + " does not exist");
        }
        return policy;
    }

    private void write(Remembered remembered) {
        CascadePolicy policy = read();
        if (epoch(policy.getStatus()) > remembered.epoch()) {
            throw new KubernetesClientException("another detector leads by now, in epoch " + epoch(policy.getStatus()));
        }
        policy.setStatus(words.status(remembered, policy.getStatus(), clock.now(), json(remembered)));
        // Only ever the version that was read a moment ago: a change between is a conflict, and tried again at the next
        // look.
        client.resource(policy).updateStatus();
    }

    private static String json(Remembered remembered) {
        List<JournalEntry> all = remembered.unwritten();
        List<JournalEntry> newest = all.subList(Math.max(0, all.size() - MOST_UNWRITTEN), all.size());
        try {
            return MemoryJson.MAPPER.writeValueAsString(remembered.withPlan(remembered.plan(), newest));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is remembered cannot be written", e);
        }
    }

    /** One that cannot be read is forgotten: the worst that follows is a restart too early. */
    private static Remembered remembered(@Nullable CascadePolicyStatus status) {
        if (status == null || status.memory() == null) {
            return Remembered.NOTHING;
        }
        try {
            return MemoryJson.MAPPER.readValue(status.memory(), Remembered.class);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            LOG.warnf("Memory in the policy's status is damaged, beginning anew reason='%s'", e.getMessage());
            return Remembered.NOTHING;
        }
    }

    private static long epoch(@Nullable CascadePolicyStatus status) {
        return status == null || status.epoch() == null ? 0 : status.epoch();
    }

    /** Work counters apart. */
    private static boolean saysTheSame(Remembered one, Remembered other) {
        return Stillness.of(one).equals(Stillness.of(other));
    }
}
