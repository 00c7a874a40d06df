/**
 * Orders: identity, price arithmetic, fills, and their state as a fold of events (DESIGN, section 4; PRODUCT, section 7).
 *
 * <pre>
 * INTENDED ─claimed→ SENDING ─accepted→ RESTING ─→ EXECUTED | CANCELED
 *     │                 ├─rejected→ REJECTED
 *     └─→ CANCELLED_UNSENT ←┤
 *                       └─unknown→ IN_DOUBT ─evidence→ any of the above | ABSENT
 * </pre>
 *
 * The exchange's own word (accepted, filled, canceled) is taken in every status; a fill on an order thought never to have
 * lived puts it in doubt again.
 */
@NullMarked
package io.recio.domain.order;

import org.jspecify.annotations.NullMarked;
