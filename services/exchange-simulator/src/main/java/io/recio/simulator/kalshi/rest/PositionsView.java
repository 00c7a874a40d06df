package io.recio.simulator.kalshi.rest;

import io.recio.domain.money.Decimals;
import io.recio.domain.money.Money;
import io.recio.domain.money.Quantity;
import io.recio.simulator.kalshi.exchange.Position;
import io.recio.simulator.kalshi.wire.Wire;
import io.recio.simulator.kalshi.wire.WireText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Positions by market, and summed by event. */
@Wire
record PositionsView(List<OfMarket> marketPositions, List<OfEvent> eventPositions, String cursor) {

    /** What is held in one market; negative is no. */
    @Wire
    record OfMarket(
            String ticker,
            String totalTradedDollars,
            String positionFp,
            String marketExposureDollars,
            String realizedPnlDollars,
            String feesPaidDollars,
            String lastUpdatedTs,
            int exchangeIndex) {

        static OfMarket of(Position position) {
            return new OfMarket(
                    position.market().ticker().value(),
                    WireText.dollars(position.traded()),
                    Decimals.format(position.units(), Quantity.SCALE),
                    WireText.dollars(position.cost()),
                    WireText.dollars(position.realized()),
                    WireText.dollars(position.fees()),
                    WireText.time(position.updatedAt()),
                    position.market().event().series().exchangeIndex());
        }
    }

    /** What is held in the markets of one event together. */
    @Wire
    record OfEvent(
            String eventTicker,
            String totalCostDollars,
            String totalCostSharesFp,
            String eventExposureDollars,
            String realizedPnlDollars,
            String feesPaidDollars) {

        static OfEvent of(String event, List<Position> positions) {
            Quantity shares = positions.stream().map(Position::volume).reduce(Quantity.ZERO, Quantity::plus);
            return new OfEvent(
                    event,
                    sum(positions, Position::traded),
                    shares.toString(),
                    sum(positions, Position::cost),
                    sum(positions, Position::realized),
                    sum(positions, Position::fees));
        }

        private static String sum(List<Position> positions, Function<Position, Money> part) {
            return WireText.dollars(positions.stream().map(part).reduce(Money.ZERO, Money::plus));
        }
    }

    static PositionsView of(Page<Position> page) {
        Map<String, List<Position>> byEvent = new LinkedHashMap<>();
        for (Position position : page.items()) {
            byEvent.computeIfAbsent(position.market().event().ticker().value(), event -> new ArrayList<>())
                    .add(position);
        }
        return new PositionsView(
                page.map(OfMarket::of),
                byEvent.entrySet().stream()
                        .map(entry -> OfEvent.of(entry.getKey(), entry.getValue()))
                        .toList(),
                page.cursor());
    }
}
