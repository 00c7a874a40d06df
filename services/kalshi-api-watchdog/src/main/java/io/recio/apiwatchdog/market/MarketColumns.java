package io.recio.apiwatchdog.market;

import io.recio.domain.market.Level;
import io.recio.domain.market.Market;
import io.recio.domain.market.PriceGrid;
import io.recio.domain.price.SpotPrice;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How facts and books stand in columns; {@link io.recio.storage.market.MarketStore} reads them back. */
final class MarketColumns {

    private MarketColumns() {}

    /** The rows of {@code markets.markets} as one JSON array, numbers as text so that they stay exact. */
    static String rows(List<MarketFacts> markets, String symbol) {
        JsonArray rows = new JsonArray();
        markets.forEach(facts -> rows.add(row(facts, symbol)));
        return rows.encode();
    }

    /** {@code [["0.9600","150.00"],…]}, best first. */
    static String levels(List<Level> levels) {
        JsonArray all = new JsonArray();
        levels.forEach(level -> all.add(
                new JsonArray().add(level.price().toString()).add(level.size().toString())));
        return all.encode();
    }

    private static JsonObject row(MarketFacts facts, String symbol) {
        Market market = facts.market();
        return new JsonObject()
                .put("ticker", market.ticker().value())
                .put("event_ticker", market.event().value())
                .put("symbol", symbol)
                .put("strike_type", market.strike().type().name())
                .put("floor_strike", dollars(market.strike().floor()))
                .put("cap_strike", dollars(market.strike().cap()))
                .put("status", market.status().name())
                .put("result", text(facts.result().map(result -> result.name().toLowerCase(Locale.ROOT))))
                .put("opens_at", market.opensAt().toString())
                .put("closes_at", market.closesAt().toString())
                .put("exchange_index", market.exchangeIndex())
                .put("grid", grid(market.grid()))
                .put("volume", facts.volume().toString())
                .put("open_interest", facts.openInterest().toString())
                .put("expiration_value", text(facts.settlementLevel()))
                .put("settlement_value", text(facts.settlementValue()))
                .put("determined_at", text(facts.determinedAt()))
                .put("settled_at", text(facts.settledAt()));
    }

    private static JsonArray grid(PriceGrid grid) {
        JsonArray bands = new JsonArray();
        grid.bands()
                .forEach(band -> bands.add(new JsonObject()
                        .put("start", band.start().toString())
                        .put("end", band.end().toString())
                        .put("step", band.step().toString())));
        return bands;
    }

    private static @Nullable String dollars(@Nullable SpotPrice level) {
        return level == null ? null : level.toString();
    }

    private static @Nullable String text(Optional<?> value) {
        return value.map(Object::toString).orElse(null);
    }
}
