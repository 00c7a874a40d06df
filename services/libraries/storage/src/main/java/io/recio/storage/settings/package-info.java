/** What the operator has set; main-app writes it, everybody reads it. */
@NullMarked
package io.recio.storage.settings;

import org.jspecify.annotations.NullMarked;
