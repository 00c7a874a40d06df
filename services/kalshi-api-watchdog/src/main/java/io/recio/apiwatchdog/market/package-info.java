/**
 * Events, markets and books, from the exchange into the database.
 *
 * <pre>
 *  REST listings ─▶ Discovery ──┐
 *  lifecycle, ticker, books ────┼─▶ SymbolBoard (what is known, what changed) ─▶ BoardWriter ─▶ markets.*, "book"
 *  REST books (fallback) ───────┘
 * </pre>
 *
 * {@link io.recio.apiwatchdog.market.MarketWatch} is the desk; everything here runs on its thread.
 */
@NullMarked
package io.recio.apiwatchdog.market;

import org.jspecify.annotations.NullMarked;
