package io.recio.apiwatchdog.market;

import static io.recio.apiwatchdog.market.Listings.at;
import static io.recio.apiwatchdog.market.Listings.determined;
import static io.recio.apiwatchdog.market.Listings.listing;
import static io.recio.apiwatchdog.market.Listings.news;
import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.market.MarketStatus;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.time.BusinessTime;
import io.recio.kalshi.model.MarketListing;
import io.recio.kalshi.model.MarketResult;
import io.recio.kalshi.model.SocketMessage.LifecycleStep;
import org.junit.jupiter.api.Test;

class MarketFactsTest {

    private static final BusinessTime OPENS = at(0, 0);
    private static final BusinessTime CLOSES = at(60, 0);
    private static final MarketTicker TICKER = Listings.market("A", "117999.99");

    private final MarketFacts announced = MarketFacts.of(listed(MarketStatus.INITIALIZED), at(-4, 0));

    @Test
    void opensAndClosesByTheClock() {
        assertThat(announced.asOf(at(-1, 59)).market().status()).isEqualTo(MarketStatus.INITIALIZED);
        assertThat(announced.asOf(at(0, 0)).market().status()).isEqualTo(MarketStatus.ACTIVE);
        assertThat(announced.asOf(at(59, 59)).market().status()).isEqualTo(MarketStatus.ACTIVE);
        assertThat(announced.asOf(at(60, 0)).market().status()).isEqualTo(MarketStatus.CLOSED);
    }

    @Test
    void staysInactiveAtTheOpeningWhenTheExchangeSaysSo() {
        MarketFacts paused = announced.changed(news(TICKER, LifecycleStep.DEACTIVATED), at(-1, 0));

        assertThat(paused.asOf(at(0, 1)).market().status()).isEqualTo(MarketStatus.INACTIVE);
        assertThat(paused.changed(news(TICKER, LifecycleStep.ACTIVATED), at(1, 0))
                        .asOf(at(1, 0))
                        .market()
                        .status())
                .isEqualTo(MarketStatus.ACTIVE);
    }

    @Test
    void keepsTheResultWhenAnOlderListingComes() {
        MarketFacts known = announced.changed(determined(TICKER, MarketResult.NO, Price.ZERO, at(61, 10)), at(61, 11));

        MarketFacts after = known.listed(listed(MarketStatus.ACTIVE), true, at(61, 12));

        assertThat(after.market().status()).isEqualTo(MarketStatus.DETERMINED);
        assertThat(after.result()).contains(MarketResult.NO);
        assertThat(after.settlementValue()).contains(Price.ZERO);
        assertThat(after.determinedAt()).contains(at(61, 10));
    }

    @Test
    void neverGoesBackEvenWhenTheListingSeemsFresh() {
        MarketFacts known = announced.changed(determined(TICKER, MarketResult.YES, Price.ONE, at(61, 10)), at(61, 11));

        assertThat(known.listed(listed(MarketStatus.CLOSED), false, at(62, 0))
                        .market()
                        .status())
                .isEqualTo(MarketStatus.DETERMINED);
        assertThat(known.changed(news(TICKER, LifecycleStep.ACTIVATED), at(62, 0))
                        .market()
                        .status())
                .isEqualTo(MarketStatus.DETERMINED);
    }

    @Test
    void followsAListingOnceNewsIsOld() {
        MarketFacts paused = announced.changed(news(TICKER, LifecycleStep.DEACTIVATED), at(5, 0));

        assertThat(paused.listed(listed(MarketStatus.ACTIVE), true, at(5, 1))
                        .market()
                        .status())
                .isEqualTo(MarketStatus.INACTIVE);
        assertThat(paused.listed(listed(MarketStatus.ACTIVE), false, at(5, 30))
                        .market()
                        .status())
                .isEqualTo(MarketStatus.ACTIVE);
    }

    @Test
    void callsADifferentResultAfterSettlementAmended() {
        MarketFacts settled = announced
                .changed(determined(TICKER, MarketResult.YES, Price.ONE, at(61, 10)), at(61, 11))
                .changed(news(TICKER, LifecycleStep.SETTLED), at(62, 15));
        assertThat(settled.market().status()).isEqualTo(MarketStatus.FINALIZED);
        assertThat(settled.settledAt()).contains(at(62, 15));

        MarketFacts amended = settled.changed(determined(TICKER, MarketResult.NO, Price.ZERO, at(90, 0)), at(90, 0));

        assertThat(amended.market().status()).isEqualTo(MarketStatus.AMENDED);
        assertThat(amended.result()).contains(MarketResult.NO);
    }

    @Test
    void reopensWhenTheCloseIsPutOff() {
        MarketFacts closed = announced.listed(listed(MarketStatus.CLOSED), false, at(60, 5));

        MarketFacts prolonged =
                closed.listed(listing("A", "117999.99", MarketStatus.ACTIVE, OPENS, at(75, 0)), false, at(60, 20));

        assertThat(prolonged.asOf(at(60, 20)).market().status()).isEqualTo(MarketStatus.ACTIVE);
        assertThat(prolonged.market().closesAt()).isEqualTo(at(75, 0));
    }

    @Test
    void letsTheVolumeOnlyGrow() {
        MarketFacts traded = announced.traded(Quantity.ofContracts(40), Quantity.ofContracts(20));

        assertThat(traded.listed(listed(MarketStatus.ACTIVE), false, at(1, 0)).volume())
                .isEqualTo(Quantity.ofContracts(40));
    }

    @Test
    void comparesWithoutWhatMovesWithEveryTrade() {
        MarketFacts traded = announced.traded(Quantity.ofContracts(40), Quantity.ofContracts(20));

        assertThat(traded.sameBesidesTrade(announced)).isTrue();
        assertThat(traded.asOf(at(1, 0)).sameBesidesTrade(announced)).isFalse();
    }

    private static MarketListing listed(MarketStatus status) {
        return listing("A", "117999.99", status, OPENS, CLOSES);
    }
}
