/** The live feeds as the desk needs them: opened and closed with it, heard through its inbox. */
@NullMarked
package io.recio.pricewatchdog.feed;

import org.jspecify.annotations.NullMarked;
