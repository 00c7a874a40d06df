/**
 * The flow of {@link io.recio.tradeexecutor.execution.ExecutionDesk} (DESIGN, section 4):
 *
 * <pre>
 * claim    under the fenced lease, with every condition of an entry; committed before anything is sent
 * send     once, on a thread of its own, if the lease may still be trusted
 * record   the answer, under the fence; anything but a definite one puts the order in doubt
 * look up  orders in doubt, by evidence alone (package doubt)
 * </pre>
 */
@NullMarked
package io.recio.tradeexecutor.execution;

import org.jspecify.annotations.NullMarked;
