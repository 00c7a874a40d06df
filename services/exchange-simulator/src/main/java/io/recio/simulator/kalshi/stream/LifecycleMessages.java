package io.recio.simulator.kalshi.stream;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.recio.domain.market.Side;
import io.recio.domain.money.Price;
import io.recio.domain.time.BusinessTime;
import io.recio.simulator.kalshi.exchange.HourlyEvent;
import io.recio.simulator.kalshi.exchange.HourlyMarket;
import io.recio.simulator.kalshi.wire.Wire;
import io.recio.simulator.kalshi.wire.WireText;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Bodies of the lifecycle channel (EXCHANGES, section C3). Nothing is said when a market opens or closes by the clock. */
@RegisterForReflection
final class LifecycleMessages {

    private LifecycleMessages() {}

    /** A market was created, determined or settled; each kind has fields of its own. */
    @Wire
    record Market(
            String marketTicker,
            String eventType,
            @Nullable Integer exchangeIndex,
            @Nullable Long openTs,
            @Nullable Long closeTs,
            @Nullable String priceLevelStructure,
            @Nullable Details additionalMetadata,
            @Nullable String result,
            @Nullable Long determinationTs,
            @Nullable String settlementValue,
            @Nullable Long settledTs) {

        static Market created(HourlyMarket market) {
            HourlyEvent event = market.event();
            return new Market(
                    market.ticker().value(),
                    "created",
                    event.series().exchangeIndex(),
                    event.opensAt().epochSecond(),
                    event.closesAt().epochSecond(),
                    "linear_cent",
                    Details.of(market),
                    null,
                    null,
                    null,
                    null);
        }

        static Market determined(HourlyMarket market, BusinessTime at) {
            Side result = market.result().orElseThrow();
            return new Market(
                    market.ticker().value(),
                    "determined",
                    null,
                    null,
                    null,
                    null,
                    null,
                    WireText.outcome(result),
                    at.epochSecond(),
                    (result == Side.YES ? Price.ONE : Price.ZERO).toString(),
                    null);
        }

        static Market settled(HourlyMarket market, BusinessTime at) {
            return new Market(
                    market.ticker().value(),
                    "settled",
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    at.epochSecond());
        }
    }

    /** What a new market asks. */
    @Wire
    record Details(
            String name,
            String title,
            String yesSubTitle,
            String noSubTitle,
            boolean canCloseEarly,
            String eventTicker,
            long expectedExpirationTs,
            String strikeType,
            BigDecimal floorStrike) {

        static Details of(HourlyMarket market) {
            String level = "$" + market.strike().shown() + " or above";
            return new Details(
                    level,
                    market.event().series().underlying() + " price",
                    level,
                    level,
                    false,
                    market.event().ticker().value(),
                    market.event().closesAt().epochSecond(),
                    "greater",
                    market.strike().level().dollars().stripTrailingZeros());
        }
    }

    /** An event was created. */
    @Wire
    record Event(
            String eventTicker,
            int exchangeIndex,
            String title,
            String subtitle,
            String collateralReturnType,
            String seriesTicker) {

        static Event of(HourlyEvent event) {
            return new Event(
                    event.ticker().value(),
                    event.series().exchangeIndex(),
                    event.series().underlying() + " price",
                    WireText.time(event.closesAt()),
                    "",
                    event.series().ticker().value());
        }
    }
}
