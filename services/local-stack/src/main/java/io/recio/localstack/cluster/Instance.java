package io.recio.localstack.cluster;

/**
 * One life of a service's container.
 *
 * @param pod its uid, for a stateful set gives the next pod the same name
 * @param restarts how often the container was started again in this pod
 */
record Instance(String pod, int restarts, boolean ready) {

    boolean isSameLifeAs(Instance other) {
        return pod.equals(other.pod) && restarts == other.restarts;
    }
}
