/**
 * The public market data of Coinbase Exchange: trades as they happen, and what to ask for when some were missed.
 *
 * <pre>
 *   WebSocket ─► CoinbaseFeed ─► FeedReader ─► FeedParser   frames
 *                    │               └───────► TradeLedger  order, duplicates, holes
 *                    └─► FeedListener: TradeSeen, HeartbeatSeen, TradesMissed, …
 *   HTTP ◄────── CoinbaseRest: candles, trades, quote       fills what TradesMissed names
 * </pre>
 *
 * {@link io.recio.coinbase.FeedFreshness} tells from those messages whether the price may be used. Socket silence,
 * backoff and rate limits run on the system clock; everything a message says runs on business time.
 */
@NullMarked
package io.recio.coinbase;

import org.jspecify.annotations.NullMarked;
