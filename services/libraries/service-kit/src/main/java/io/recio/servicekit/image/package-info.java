/** What a native image must be told while it is built; nothing here runs in a service. */
@NullMarked
package io.recio.servicekit.image;

import org.jspecify.annotations.NullMarked;
