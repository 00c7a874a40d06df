/** The price of each symbol, the newest and second by second: written by its watchdog, read by all. */
@NullMarked
package io.recio.storage.price;

import org.jspecify.annotations.NullMarked;
