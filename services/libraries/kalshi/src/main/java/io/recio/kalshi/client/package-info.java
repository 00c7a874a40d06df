/**
 * The REST calls, written to be called from a worker or virtual thread: they wait, an event loop must not.
 *
 * <pre>
 *   KalshiRest ─► ExchangeCalls  MarketCalls  PortfolioCalls  OrderCalls  OrderGroupCalls
 *                        │ reads throw errors.*        │ writes answer WriteResult
 *                        └────────► CallRunner ◄───────┘
 *                                      └─► KalshiHttp: budget, signature, one request, what became of it
 * </pre>
 */
@NullMarked
package io.recio.kalshi.client;

import org.jspecify.annotations.NullMarked;
