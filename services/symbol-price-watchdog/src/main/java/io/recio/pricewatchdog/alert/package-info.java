/** What a person should know of the price: moves, levels, silence; each occurrence once. */
@NullMarked
package io.recio.pricewatchdog.alert;

import org.jspecify.annotations.NullMarked;
