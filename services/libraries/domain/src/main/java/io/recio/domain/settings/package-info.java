/** What all settings share: one way to say that a value is out of range. */
@NullMarked
package io.recio.domain.settings;

import org.jspecify.annotations.NullMarked;
