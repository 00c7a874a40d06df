/** Two clocks, two types, no conversion: the time of the markets and the time of machines (DESIGN, section 5). */
@NullMarked
package io.recio.domain.time;

import org.jspecify.annotations.NullMarked;
