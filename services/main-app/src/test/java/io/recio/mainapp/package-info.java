/** A database that can be cut off, a browser's session over REST, rows as the other services would write them. */
@NullMarked
package io.recio.mainapp;

import org.jspecify.annotations.NullMarked;
