/**
 * The flow: a new strike table wakes {@link io.recio.autoentry.entry.EntryDesk}; it gathers the inputs, asks
 * {@code io.recio.domain.entry.EntryRules}, journals the decision and, in the same transaction, requests the entries.
 * The trade manager answers; its limits are the ones of record.
 */
@NullMarked
package io.recio.autoentry.entry;

import org.jspecify.annotations.NullMarked;
