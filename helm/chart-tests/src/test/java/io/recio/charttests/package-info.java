/** What the chart renders, read as a person would read it: one class per concern. Nothing here needs a cluster. */
@NullMarked
package io.recio.charttests;

import org.jspecify.annotations.NullMarked;
