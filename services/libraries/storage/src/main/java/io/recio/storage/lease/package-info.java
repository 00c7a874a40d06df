/** One active instance of each service: leases by name, holder and epoch, on the database clock (DESIGN, section 5). */
@NullMarked
package io.recio.storage.lease;

import org.jspecify.annotations.NullMarked;
