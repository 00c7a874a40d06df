/**
 * The flow: what comes in is taken in order, what follows is committed, at most 20 times a second.
 *
 * <pre>
 *   PriceWatch (lifecycle, inbox) ─► SymbolWatch (one lease's work) ─► PriceStore
 * </pre>
 */
@NullMarked
package io.recio.pricewatchdog.watch;

import org.jspecify.annotations.NullMarked;
