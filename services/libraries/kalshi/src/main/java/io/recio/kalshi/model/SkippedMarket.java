package io.recio.kalshi.model;

/** A market the client could not make sense of: its ticker as it came, and why. */
public record SkippedMarket(String ticker, String reason) {}
