/**
 * Automatic entry (PRODUCT, section 5): settings, the spike alert, and the ordered checks that lead from a strike table to
 * entries or to the reasons why not.
 *
 * <pre>
 * EntryInputs ─→ EntryRules ─→ EntryDecision: state, refusals of all, and per watchlist row Enter | Refused
 * </pre>
 */
@NullMarked
package io.recio.domain.entry;

import org.jspecify.annotations.NullMarked;
