/**
 * The trade manager: one desk that answers requests, books what the exchange did, and keeps the risk of record.
 *
 * <pre>
 * trading.requests ─→ request ─→ trading.trades + trade_events + order_intents ─→ (executor)
 * account.fills, trading.orders ─→ fill, order ─→ trade events
 * close times, account.settlements ─→ settlement ─→ trade events
 * trades, account.positions ─→ risk, reconciliation ─→ trading.risk_state, alerts
 * </pre>
 *
 * A trade's row is the fold of its events; both are written in one fenced transaction, and the desk's memory follows only
 * once that has committed.
 */
@NullMarked
package io.recio.trademanager;

import org.jspecify.annotations.NullMarked;
