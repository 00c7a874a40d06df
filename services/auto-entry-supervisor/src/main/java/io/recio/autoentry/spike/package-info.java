/** The spike alert of each symbol, fed from the price log so that no second goes unseen (PRODUCT, section 5). */
@NullMarked
package io.recio.autoentry.spike;

import org.jspecify.annotations.NullMarked;
