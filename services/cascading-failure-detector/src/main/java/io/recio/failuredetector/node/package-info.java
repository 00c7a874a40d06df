/**
 * What the nodes of a cluster use, for the system monitor, which may not ask the API server:
 *
 * <pre>
 * metrics.k8s.io (usage) ──┐
 * nodes, or kube-state-metrics (what there is, pressures) ─┴─→ NodeWatch ─→ system.node_figures
 * </pre>
 *
 * Nothing is decided on it here.
 */
@NullMarked
package io.recio.failuredetector.node;

import org.jspecify.annotations.NullMarked;
