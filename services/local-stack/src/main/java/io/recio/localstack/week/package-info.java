/**
 * The failure detector's decision, put to the test by thousands of hours that never were.
 *
 * <pre>
 * seed ─→ Scenario (faults) ─→ House (who suffers) ─→ Observed ─→ DetectorRules.reconcile ─→ Judge (the truth)
 *                                 ↑───────────────── remedy ──────────────────┘
 * </pre>
 *
 * The house knows who is ill of itself and who merely suffers; the rules see only what the detector sees. The judge knows the
 * dependencies from the policy's data alone and shares no code with the rules.
 */
@NullMarked
package io.recio.localstack.week;

import org.jspecify.annotations.NullMarked;
