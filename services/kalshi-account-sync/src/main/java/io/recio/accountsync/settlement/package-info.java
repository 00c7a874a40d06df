/** What markets paid: provisional when determined, final when settled, amended when a final one changed. */
@NullMarked
package io.recio.accountsync.settlement;

import org.jspecify.annotations.NullMarked;
