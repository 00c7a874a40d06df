/** The newest price of each symbol, written by its watchdog, read by all. */
@NullMarked
package io.recio.storage.price;

import org.jspecify.annotations.NullMarked;
