package io.recio.trademanager.trade;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.money.Money;
import io.recio.domain.money.Quantity;
import io.recio.domain.trade.Trade;
import io.recio.domain.trade.TradeStatus;
import io.recio.storage.Statements;
import io.recio.storage.json.DomainJson;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;

/** Where the trades at risk were left at a graceful stop. */
public record PositionSnapshot(List<Position> positions) {

    /** One trade's part. */
    public record Position(
            String trade,
            MarketTicker ticker,
            Side side,
            TradeStatus status,
            Quantity filled,
            Quantity held,
            Money cost,
            Money fees) {

        static Position of(Trade trade) {
            return new Position(
                    trade.id().toString(),
                    trade.terms().ticker(),
                    trade.terms().side(),
                    trade.status(),
                    trade.filled(),
                    trade.held(),
                    trade.cost(),
                    trade.fees());
        }
    }

    public static PositionSnapshot of(Collection<Trade> trades) {
        return new PositionSnapshot(trades.stream().map(Position::of).toList());
    }

    /** @param takenAt business */
    public void write(Statements statements, OffsetDateTime takenAt) {
        statements.update(
                "INSERT INTO trading.position_snapshots (service, taken_at, document) VALUES ('trade-manager', $1, $2::text::jsonb)",
                takenAt,
                DomainJson.write(this));
    }
}
