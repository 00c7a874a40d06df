/**
 * Risk of record (PRODUCT, section 8): what may be lost at worst, the limits on it, and the kill switch they trip.
 *
 * <p>Only entries are limited; nothing here ever blocks a close.
 */
@NullMarked
package io.recio.domain.risk;

import org.jspecify.annotations.NullMarked;
