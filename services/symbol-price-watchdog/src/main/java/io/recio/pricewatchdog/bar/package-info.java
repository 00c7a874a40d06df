/** Minutes: bars that close with the feed, and the change over hours that follows from them. */
@NullMarked
package io.recio.pricewatchdog.bar;

import org.jspecify.annotations.NullMarked;
