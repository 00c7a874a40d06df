/** The market snapshots as JSON files. */
@NullMarked
package io.recio.apiwatchdog.document;

import org.jspecify.annotations.NullMarked;
