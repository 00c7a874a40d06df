/** The auto entry supervisor: at every strike table it asks the entry rules, journals the answer, and requests entries. */
@NullMarked
package io.recio.autoentry;

import org.jspecify.annotations.NullMarked;
