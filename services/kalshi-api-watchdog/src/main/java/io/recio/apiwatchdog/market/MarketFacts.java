package io.recio.apiwatchdog.market;

import io.recio.domain.market.Market;
import io.recio.domain.market.MarketStatus;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.time.BusinessTime;
import io.recio.kalshi.model.MarketListing;
import io.recio.kalshi.model.MarketResult;
import io.recio.kalshi.model.SocketMessage.LifecycleChanged;
import java.util.Optional;

/**
 * What is known of a market besides its book. Listings may be 15 s old, lifecycle messages are news, and opening and
 * closing are told by nobody but the clock; a life never goes backwards (EXCHANGES, section A5).
 *
 * @param settlementValue what one yes contract pays
 * @param settlementLevel the value of the underlying that decided
 */
record MarketFacts(
        Market market,
        Quantity volume,
        Quantity openInterest,
        Optional<MarketResult> result,
        Optional<Price> settlementValue,
        Optional<SpotPrice> settlementLevel,
        Optional<BusinessTime> determinedAt,
        Optional<BusinessTime> settledAt) {

    static MarketFacts of(MarketListing listing, BusinessTime now) {
        return new MarketFacts(
                listing.market(),
                listing.volume(),
                listing.openInterest(),
                listing.result(),
                listing.settlementValue(),
                listing.settlementLevel(),
                listing.result().map(result -> now),
                listing.settledAt());
    }

    /**
     * These facts after a listing.
     *
     * @param newsFirst whether a lifecycle message is so fresh that the listing may be older
     */
    MarketFacts listed(MarketListing listing, boolean newsFirst, BusinessTime now) {
        Market listed = listing.market();
        boolean prolonged = !newsFirst && listed.closesAt().isAfter(market.closesAt());
        MarketStatus status = prolonged ? listed.status() : later(market.status(), listed.status(), newsFirst);
        Optional<MarketResult> newResult =
                newsFirst ? result.or(listing::result) : listing.result().or(() -> result);
        return new MarketFacts(
                with(listed, status, newsFirst ? market.closesAt() : listed.closesAt()),
                volume.isAtLeast(listing.volume()) ? volume : listing.volume(),
                listing.openInterest(),
                newResult,
                newsFirst
                        ? settlementValue.or(listing::settlementValue)
                        : listing.settlementValue().or(() -> settlementValue),
                listing.settlementLevel().or(() -> settlementLevel),
                determinedAt.or(() -> newResult.map(known -> now)),
                settledAt.or(listing::settledAt));
    }

    /** These facts after a lifecycle message. */
    MarketFacts changed(LifecycleChanged news, BusinessTime now) {
        return switch (news.step()) {
            case ACTIVATED -> beforeTheEnd() ? withStatus(MarketStatus.ACTIVE) : this;
            case DEACTIVATED -> beforeTheEnd() ? withStatus(MarketStatus.INACTIVE) : this;
            case CLOSE_DATE_UPDATED ->
                withMarket(with(market, market.status(), news.closesAt().orElse(market.closesAt())));
            case DETERMINED -> determined(news, now);
            case SETTLED -> settled(news, now);
            case CREATED, PRICE_LEVEL_STRUCTURE_UPDATED, METADATA_UPDATED, UNKNOWN -> this;
        };
    }

    MarketFacts traded(Quantity newVolume, Quantity newOpenInterest) {
        return new MarketFacts(
                market, newVolume, newOpenInterest, result, settlementValue, settlementLevel, determinedAt, settledAt);
    }

    /** These facts with the status of the moment: opened and closed by the clock. */
    MarketFacts asOf(BusinessTime now) {
        MarketStatus status = market.status();
        if (status == MarketStatus.INITIALIZED && !now.isBefore(market.opensAt())) {
            status = MarketStatus.ACTIVE;
        }
        if ((status == MarketStatus.ACTIVE || status == MarketStatus.INACTIVE) && !now.isBefore(market.closesAt())) {
            status = MarketStatus.CLOSED;
        }
        return status == market.status() ? this : withStatus(status);
    }

    /** Whether nothing more is to come: paid out. */
    boolean isOver() {
        return market.status() == MarketStatus.FINALIZED;
    }

    /** Whether both say the same but for what moves with every trade. */
    boolean sameBesidesTrade(MarketFacts other) {
        return traded(other.volume, other.openInterest).equals(other);
    }

    private MarketFacts determined(LifecycleChanged news, BusinessTime now) {
        boolean amends = stage(market.status()) > stage(MarketStatus.DETERMINED)
                && news.result().isPresent()
                && !news.result().equals(result);
        MarketStatus status = amends ? MarketStatus.AMENDED : later(market.status(), MarketStatus.DETERMINED, false);
        return new MarketFacts(
                with(market, status, market.closesAt()),
                volume,
                openInterest,
                news.result().or(() -> result),
                news.settlementValue().or(() -> settlementValue),
                settlementLevel,
                news.determinedAt().or(() -> determinedAt).or(() -> Optional.of(now)),
                settledAt);
    }

    private MarketFacts settled(LifecycleChanged news, BusinessTime now) {
        return new MarketFacts(
                with(market, MarketStatus.FINALIZED, market.closesAt()),
                volume,
                openInterest,
                news.result().or(() -> result),
                news.settlementValue().or(() -> settlementValue),
                settlementLevel,
                determinedAt,
                news.settledAt().or(() -> Optional.of(now)));
    }

    private boolean beforeTheEnd() {
        return stage(market.status()) < stage(MarketStatus.DETERMINED);
    }

    private MarketFacts withStatus(MarketStatus status) {
        return withMarket(with(market, status, market.closesAt()));
    }

    private MarketFacts withMarket(Market changed) {
        return new MarketFacts(
                changed, volume, openInterest, result, settlementValue, settlementLevel, determinedAt, settledAt);
    }

    private static Market with(Market market, MarketStatus status, BusinessTime closesAt) {
        return new Market(
                market.ticker(),
                market.event(),
                market.strike(),
                status,
                market.opensAt(),
                closesAt,
                market.grid(),
                market.exchangeIndex());
    }

    private static MarketStatus later(MarketStatus known, MarketStatus told, boolean knownFirst) {
        int order = Integer.compare(stage(told), stage(known));
        if (order == 0) {
            return knownFirst ? known : told;
        }
        return order > 0 ? told : known;
    }

    private static int stage(MarketStatus status) {
        return switch (status) {
            case INITIALIZED -> 0;
            case ACTIVE, INACTIVE, UNKNOWN -> 1;
            case CLOSED -> 2;
            case DETERMINED -> 3;
            case DISPUTED -> 4;
            case AMENDED -> 5;
            case FINALIZED -> 6;
        };
    }
}
