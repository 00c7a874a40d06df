/**
 * Trades on the screen.
 *
 * <pre>
 * POST trades, POST trades/{id}/closure ─► TradeDesk ─► trading.requests ─► (trade manager answers) ─► Answers ─► page
 * GET trades, the trades topics         ◄─ TradeRows ◄─ trading.trades, active_trades, order_intents, account.fills
 * </pre>
 */
@NullMarked
package io.recio.mainapp.trade;

import org.jspecify.annotations.NullMarked;
