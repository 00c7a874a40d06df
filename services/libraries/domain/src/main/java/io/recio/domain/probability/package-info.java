/** How likely a market resolves yes: two models behind one interface (PRODUCT, section 3). */
@NullMarked
package io.recio.domain.probability;

import org.jspecify.annotations.NullMarked;
