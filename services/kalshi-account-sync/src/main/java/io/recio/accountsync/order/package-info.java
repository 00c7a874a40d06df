/** The account's orders as the exchange reports them, never going backward. */
@NullMarked
package io.recio.accountsync.order;

import org.jspecify.annotations.NullMarked;
