package io.recio.kalshi.model;

import io.recio.domain.market.SeriesTicker;

/** A series, such as the hourly bitcoin thresholds, and its fee rule. */
public record SeriesDetails(SeriesTicker ticker, String title, FeeTerms fees, int exchangeIndex) {}
