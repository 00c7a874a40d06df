/**
 * The failure detector's decision (PRODUCT, section 9): what is unwell, which of it is the cause, whether to restart it now.
 *
 * <pre>
 * Observed ─→ HealthJudge ─→ conditions ─→ DetectorRules ─→ remedies | withheld, with reasons
 *     DetectorHistory ──────────┴───────────────┘   └─→ the next history, and when to look again
 * </pre>
 *
 * The dependencies of the default policy, the deepest at the bottom:
 *
 * <pre>
 * auto-entry-supervisor   active-trade-supervisor          main-app   system-monitor
 *          │                 │            │
 * unified-production-coordinator     trade-manager         trade-executor
 *     │             │                      │
 * price watchdogs  kalshi-api-watchdog  kalshi-account-sync
 *     │             │                      │
 * Coinbase        Kalshi                 Kalshi            (all: the database)
 * </pre>
 *
 * Everything here is in system time: the machines' clock, never the market's.
 */
@NullMarked
package io.recio.domain.health;

import org.jspecify.annotations.NullMarked;
