/** Why auto entry did what it did: its state and its journal. */
@NullMarked
package io.recio.mainapp.decision;

import org.jspecify.annotations.NullMarked;
