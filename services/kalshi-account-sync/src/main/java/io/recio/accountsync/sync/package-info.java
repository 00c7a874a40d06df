/** The desk: what comes in, what is read next, and how true the account's rows are now. */
@NullMarked
package io.recio.accountsync.sync;

import org.jspecify.annotations.NullMarked;
