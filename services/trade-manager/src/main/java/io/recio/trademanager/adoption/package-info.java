/** Orders the exchange knows as ours and our records have lost, after a restore or a failover. */
@NullMarked
package io.recio.trademanager.adoption;

import org.jspecify.annotations.NullMarked;
