/** Writing {@code account.*}: what was heard and what was read, each in one fenced transaction. */
@NullMarked
package io.recio.accountsync.record;

import org.jspecify.annotations.NullMarked;
