/**
 * What the exchange tells and takes, in domain types: the values for which the domain library has no word of its own.
 */
@NullMarked
package io.recio.kalshi.model;

import org.jspecify.annotations.NullMarked;
