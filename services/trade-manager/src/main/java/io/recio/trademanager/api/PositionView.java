package io.recio.trademanager.api;

/**
 * What is held in one market, as signed contracts, negative = no.
 *
 * @param ours the sum of our trades
 * @param exchange as the exchange said last
 */
record PositionView(String ticker, String ours, String exchange) {}
