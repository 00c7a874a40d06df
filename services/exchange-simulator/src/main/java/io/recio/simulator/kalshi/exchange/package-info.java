/**
 * The exchange itself, plain Java: hourly events and their markets, books, orders, the account, fees and settlement.
 *
 * <pre>
 *   Exchange.advance(now) ── every business second ──> index, quotes and generated takers, lifecycle, expiries
 *   Exchange.trade(desk -> …) ── orders of the account ──> OrderDesk ──> Matcher ──> Account
 *   Exchange.read(listing -> …) ── looks ──> views
 *        └── everything that happened, in order ──> ExchangeEvent listeners (the streams)
 * </pre>
 *
 * One lock guards all of it. The same seed, times and commands give the same exchange. Nothing here uses the
 * platform's own probability or fee rules: the platform is checked against this.
 */
@NullMarked
package io.recio.simulator.kalshi.exchange;

import org.jspecify.annotations.NullMarked;
