/**
 * The record of what the exchange says of our account.
 *
 * <pre>
 *   stream (event loop) ─┐
 *   read   (worker) ─────┼─► inbox ─► sync.AccountDesk (desk thread) ─► record ─► account.* + NOTIFY
 *                        │              order, position, settlement: which of two words is the newer one
 *                        └◄─ what is due next: on (re)subscription, on a doubt, on a timer
 * </pre>
 */
@NullMarked
package io.recio.accountsync;

import org.jspecify.annotations.NullMarked;
