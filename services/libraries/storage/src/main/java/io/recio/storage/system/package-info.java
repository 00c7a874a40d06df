/** Who and when we are, how each instance feels, and what people should know. */
@NullMarked
package io.recio.storage.system;

import org.jspecify.annotations.NullMarked;
