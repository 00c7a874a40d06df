package io.recio.kalshi.model;

import java.util.List;

/** The markets of a listing, read to its last page; those left out stand beside them. */
public record MarketListings(List<MarketListing> markets, List<SkippedMarket> skipped) {

    public MarketListings {
        markets = List.copyOf(markets);
        skipped = List.copyOf(skipped);
    }
}
