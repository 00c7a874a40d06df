package io.recio.coordinator.document;

import io.recio.domain.market.Side;
import io.recio.domain.price.Deltas;
import io.recio.domain.price.Momentum;
import io.recio.domain.striketable.Edge;
import io.recio.domain.striketable.StrikeRow;
import io.recio.domain.striketable.StrikeTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * {@code strike_tables/btc_strike_table.json}, with the names of PRODUCT, section 4. Prices of contracts in dollars as text,
 * differences in cents, probability in percent, both rounded to two digits.
 */
public record StrikeTableDocument(
        String symbol,
        String broker,
        String currentPrice,
        long ttc,
        String eventTicker,
        String marketTitle,
        String marketStatus,
        OptionalDouble strikeTier,
        String lastUpdated,
        MomentumDocument momentum,
        Optional<String> model,
        String basis,
        List<String> noProbability,
        List<RowDocument> strikes) {

    /** Score and deltas in percent, unrounded. */
    public record MomentumDocument(Optional<Double> weightedScore, Deltas deltas) {}

    /** One strike. */
    public record RowDocument(
            String strike,
            BigDecimal buffer,
            BigDecimal bufferPct,
            Optional<BigDecimal> bufferTiers,
            Optional<BigDecimal> probability,
            Optional<String> yesAsk,
            Optional<String> noAsk,
            Optional<String> yesBid,
            Optional<String> noBid,
            Optional<String> yesAskSize,
            Optional<String> noAskSize,
            Optional<BigDecimal> yesDiff,
            Optional<BigDecimal> noDiff,
            Optional<BigDecimal> yesNetDiff,
            Optional<BigDecimal> noNetDiff,
            String volume,
            String ticker,
            String activeSide) {

        static RowDocument of(StrikeRow row) {
            return new RowDocument(
                    row.strike().shown().toString(),
                    rounded(row.buffer()),
                    rounded(row.bufferPercent()),
                    row.bufferTiers().isPresent()
                            ? Optional.of(rounded(row.bufferTiers().getAsDouble()))
                            : Optional.empty(),
                    row.probability().map(probability -> rounded(probability.percent())),
                    row.yesAsk().map(Object::toString),
                    row.noAsk().map(Object::toString),
                    row.yesBid().map(Object::toString),
                    row.noBid().map(Object::toString),
                    row.yesAskSize().map(Object::toString),
                    row.noAskSize().map(Object::toString),
                    row.yesDiff().map(RowDocument::cents),
                    row.noDiff().map(RowDocument::cents),
                    row.yesNetDiff().map(RowDocument::cents),
                    row.noNetDiff().map(RowDocument::cents),
                    row.volume().toString(),
                    row.ticker().value(),
                    row.activeSide() == Side.YES ? "yes" : "no");
        }

        private static BigDecimal cents(Edge edge) {
            return rounded(edge.cents());
        }
    }

    public static StrikeTableDocument of(StrikeTable table) {
        return new StrikeTableDocument(
                table.symbol().value(),
                table.broker(),
                table.currentPrice().toString(),
                table.ttcSeconds(),
                table.eventTicker().value(),
                table.marketTitle(),
                table.marketStatus().name().toLowerCase(Locale.ROOT),
                table.strikeTier(),
                table.lastUpdated().toString(),
                new MomentumDocument(table.momentum().map(Momentum::score), table.deltas()),
                table.model().map(model -> model.name().toLowerCase(Locale.ROOT)),
                table.basis().name().toLowerCase(Locale.ROOT),
                table.noProbability().stream().map(Enum::name).toList(),
                table.rows().stream().map(RowDocument::of).toList());
    }

    static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN);
    }
}
