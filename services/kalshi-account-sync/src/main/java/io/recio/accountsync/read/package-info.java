/** Reading the account by REST: what is due, one read at a time, every list to its last page. */
@NullMarked
package io.recio.accountsync.read;

import org.jspecify.annotations.NullMarked;
