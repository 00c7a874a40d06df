package io.recio.failuredetector.request;

import io.recio.domain.health.DetectorHistory;
import io.recio.domain.health.DetectorPolicy;
import io.recio.domain.health.DetectorRules;
import io.recio.domain.health.ServiceName;
import io.recio.domain.health.ServicePolicy;
import io.recio.domain.health.Withheld;
import io.recio.failuredetector.observation.Look;
import io.recio.failuredetector.request.RequestVerdict.Accepted;
import io.recio.failuredetector.request.RequestVerdict.Refused;
import io.recio.failuredetector.request.RequestVerdict.Tested;
import io.recio.failuredetector.runtime.DeployedServices;
import io.recio.failuredetector.runtime.RunningInstance;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides on requests. Pure. */
public final class RequestRules {

    private final Look look;
    private final DetectorPolicy policy;
    private final DetectorHistory history;

    public RequestRules(Look look, DetectorPolicy policy, DetectorHistory history) {
        this.look = look;
        this.policy = policy;
        this.history = history;
    }

    public RequestVerdict judge(SystemRequest request) {
        if (request.kind() == SystemRequest.Kind.TEST_ALERT) {
            String asker = request.onBehalfOf().orElse(request.requestedBy());
            return new Tested("A test of the alerts, asked for by " + asker, Map.of("reason", request.reason()));
        }
        Optional<DeployedServices> services = look.services();
        if (services.isEmpty()) {
            return new Refused("the runtime must answer, it does not");
        }
        if (request.kind() == SystemRequest.Kind.RESTART_ALL) {
            return all(services.get());
        }
        Optional<ServiceName> named = request.service().flatMap(this::watched);
        if (named.isEmpty()) {
            return new Refused("service must be one of " + policy.services().keySet() + ", was "
                    + request.service().map(text -> "'" + text + "'").orElse("not named"));
        }
        ServiceName service = named.get();
        List<RunningInstance> running = services.get().running(service);
        return switch (request.kind()) {
            case RESTART, ROLL -> one(service, request.instance(), running);
            case END_DUPLICATE -> duplicate(service, request.instance(), running);
            case RESTART_ALL, TEST_ALERT -> throw new IllegalStateException("judged before, was " + request.kind());
        };
    }

    /** All that runs but the detector, in the order in which to restart it; nothing when the runtime does not answer. */
    public List<RunningInstance> everything() {
        return look.services().map(this::everything).orElse(List.of());
    }

    private RequestVerdict one(ServiceName service, Optional<String> instance, List<RunningInstance> running) {
        return against(service)
                .<RequestVerdict>map(held -> new Refused(held.reason() + ": " + held.detail()))
                .orElseGet(() -> accept(service, instance, running));
    }

    /** The newest lease wins; what does not hold it may be ended even while an order is in doubt. */
    private RequestVerdict duplicate(ServiceName service, Optional<String> instance, List<RunningInstance> running) {
        if (instance.isEmpty()) {
            return new Refused("instance must be named, was not");
        }
        if (instance.get().equals(look.leaseHolders().get(service))) {
            return new Refused("the newest lease wins, and " + instance.get() + " holds it");
        }
        return against(service)
                .filter(held -> held.reason() != Withheld.Reason.ORDER_IN_DOUBT)
                .<RequestVerdict>map(held -> new Refused(held.reason() + ": " + held.detail()))
                .orElseGet(() -> accept(service, instance, running));
    }

    private RequestVerdict all(DeployedServices services) {
        if (look.observed().orderInDoubt()) {
            return new Refused(Withheld.Reason.ORDER_IN_DOUBT + ": everything is not restarted now");
        }
        for (ServiceName service : inOrder()) {
            Optional<Withheld> held = against(service);
            if (held.isPresent()) {
                return new Refused(held.get().reason() + ": " + held.get().detail());
            }
        }
        List<RunningInstance> instances = everything(services);
        return instances.isEmpty() ? new Refused("something must run, nothing does") : new Accepted(instances);
    }

    private List<RunningInstance> everything(DeployedServices services) {
        return inOrder().stream()
                .flatMap(service -> services.running(service).stream())
                .toList();
    }

    /** What others rest on comes first; the detector sees to the rest and is left out. */
    private Set<ServiceName> inOrder() {
        LinkedHashSet<ServiceName> ordered = new LinkedHashSet<>();
        List<ServicePolicy> left = new ArrayList<>(policy.services().values());
        left.removeIf(service -> !service.restartable());
        while (!left.isEmpty()) {
            List<ServicePolicy> next = left.stream()
                    .filter(service -> ordered.containsAll(service.dependsOn()))
                    .toList();
            next.forEach(service -> ordered.add(service.name()));
            if (!left.removeAll(next)) {
                throw new IllegalStateException("dependencies must be restartable services, found " + left);
            }
        }
        return ordered;
    }

    private Optional<Withheld> against(ServiceName service) {
        return DetectorRules.againstRequest(service, look.observed(), policy, history);
    }

    private Optional<ServiceName> watched(String text) {
        return policy.services().keySet().stream()
                .filter(service -> service.value().equals(text))
                .findFirst();
    }

    private static RequestVerdict accept(
            ServiceName service, Optional<String> instance, List<RunningInstance> running) {
        List<RunningInstance> wanted = running.stream()
                .filter(each -> instance.isEmpty() || instance.get().equals(each.instance()))
                .toList();
        if (wanted.isEmpty()) {
            return new Refused(instance.map(id -> "instance must be one that the runtime runs, was " + id)
                    .orElse(service + " must run, it does not; the runtime starts it"));
        }
        return new Accepted(wanted);
    }
}
