/**
 * {@code recio test --cluster}: the chart on a real Kubernetes. Installs a release with its own database and simulator into a
 * namespace of its own, logs in, trades a simulated hour, breaks things and watches who heals them, upgrades, goes back, reinstalls,
 * and takes everything away again.
 *
 * <pre>
 * ClusterTest ─► Release (Helm) · Cluster (API server) · Forwards (ports of pods) · FaultRun ─► FaultTable (k8s/CLUSTER.md)
 * </pre>
 */
@NullMarked
package io.recio.localstack.cluster;

import org.jspecify.annotations.NullMarked;
