/** Requests: how anyone asks the trade manager to open or close a trade (DESIGN, section 4, step 0). */
@NullMarked
package io.recio.storage.trading;

import org.jspecify.annotations.NullMarked;
