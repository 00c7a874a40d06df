package io.recio.failuredetector.runtime;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.recio.domain.health.ServiceName;
import io.recio.domain.time.SystemTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Tells what runs of a pod. Its name is the instance's id; a container that was started anew in the same pod is the same
 * instance, started later.
 *
 * <table>
 *   <caption>What becomes of a pod</caption>
 *   <tr><td>its container runs</td><td>an instance, since the container's start</td></tr>
 *   <tr><td>its start-up probe has not passed yet</td><td>none: it starts, and Kubernetes sees to it</td></tr>
 *   <tr><td>waiting, such as CrashLoopBackOff; terminated; no address yet</td><td>none: Kubernetes sees to it</td></tr>
 *   <tr><td>being deleted</td><td>none: its end is under way</td></tr>
 * </table>
 */
final class PodParser {

    private static final String PORT = "http";

    private PodParser() {}

    static Optional<RunningInstance> parse(ServiceName service, Pod pod) {
        if (pod.getMetadata().getDeletionTimestamp() != null
                || pod.getStatus() == null
                || pod.getStatus().getPodIP() == null) {
            return Optional.empty();
        }
        Optional<Integer> port = pod.getSpec().getContainers().stream()
                .flatMap(container -> container.getPorts().stream())
                .filter(each -> PORT.equals(each.getName()))
                .map(ContainerPort::getContainerPort)
                .findFirst();
        return startedAt(pod.getStatus().getContainerStatuses())
                .flatMap(started -> port.map(number -> new RunningInstance(
                        service,
                        pod.getMetadata().getName(),
                        pod.getStatus().getPodIP(),
                        number,
                        SystemTime.of(started))));
    }

    private static Optional<Instant> startedAt(List<ContainerStatus> statuses) {
        return statuses.stream()
                .filter(status -> !Boolean.FALSE.equals(status.getStarted()))
                .filter(status -> status.getState() != null
                        && status.getState().getRunning() != null
                        && status.getState().getRunning().getStartedAt() != null)
                .map(status -> Instant.parse(status.getState().getRunning().getStartedAt()))
                .findFirst();
    }
}
