/** What is held in each market: ordered by the exchange's time, corrected by REST. */
@NullMarked
package io.recio.accountsync.position;

import org.jspecify.annotations.NullMarked;
