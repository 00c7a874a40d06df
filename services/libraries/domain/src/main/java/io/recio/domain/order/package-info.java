/** Orders: identity, price arithmetic, fills, and their state as a fold of events (PRODUCT, section 7). */
@NullMarked
package io.recio.domain.order;

import org.jspecify.annotations.NullMarked;
