/**
 * The life of a trade, a fold of events (PRODUCT, section 7).
 *
 * <pre>
 * PENDING ─→ OPEN ⇄ CLOSING ─→ CLOSED        PENDING ─→ DENIED | REJECTED | MISSED
 *              └──┬────┘          ↑          REJECTED | MISSED ─late fill→ OPEN
 *                 └─→ EXPIRED ────┘
 * </pre>
 *
 * The state is derived from facts (fills, counts of ended orders, settlement), so the order in which they arrive does not
 * matter.
 */
@NullMarked
package io.recio.domain.trade;

import org.jspecify.annotations.NullMarked;
