package io.recio.kalshi.model;

import io.recio.domain.market.Book;
import io.recio.domain.market.EventTicker;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.SeriesTicker;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.Fill;
import io.recio.domain.order.OrderGroupId;
import io.recio.domain.time.BusinessTime;
import java.util.Optional;

/** What the WebSocket delivers, in the order in which it came. */
public sealed interface SocketMessage {

    /**
     * The connection stands and its subscriptions are asked for. Fills, orders and positions of the time without one are
     * never replayed: reconcile by REST.
     *
     * @param connection counts from 1
     */
    record Connected(int connection) implements SocketMessage {}

    /**
     * The connection is gone, or could not be made; another attempt follows. Every book was called invalid before.
     *
     * @param keyRefused whether the exchange refused our key at the handshake (401, 403)
     */
    record Disconnected(String reason, boolean keyRefused) implements SocketMessage {

        public Disconnected(String reason) {
            this(reason, false);
        }
    }

    /**
     * A book as it stands now, gap-free since its snapshot.
     *
     * @param at the exchange's time of the change; empty for a snapshot
     */
    record BookChanged(MarketTicker ticker, Book book, Optional<BusinessTime> at) implements SocketMessage {}

    /** The book last delivered for the market may be wrong; a {@link BookChanged} will follow. */
    record BookInvalid(MarketTicker ticker, String reason) implements SocketMessage {}

    record TickerUpdate(
            MarketTicker ticker,
            Optional<Price> lastPrice,
            TopOfBook quote,
            Quantity volume,
            Quantity openInterest,
            BusinessTime at)
            implements SocketMessage {}

    record TradeReported(PublicTrade trade) implements SocketMessage {}

    /**
     * One of our fills. The public trade of the same id comes before or after, in no fixed order.
     *
     * @param positionAfter the market's position after this fill
     */
    record FillReported(Fill fill, Optional<NetPosition> positionAfter, Optional<Integer> exchangeIndex)
            implements SocketMessage {}

    record OrderUpdated(AccountOrder order) implements SocketMessage {}

    /** Our position in a market; it carries no time and may be older than a fill already seen. */
    record PositionUpdated(MarketTicker ticker, NetPosition position, Money cost, Money realizedPnl, Money feesPaid)
            implements SocketMessage {}

    /** A market's life went on. Nothing is sent when it opens or closes by the clock. */
    record LifecycleChanged(
            MarketTicker ticker,
            LifecycleStep step,
            Optional<MarketResult> result,
            Optional<Price> settlementValue,
            Optional<BusinessTime> opensAt,
            Optional<BusinessTime> closesAt,
            Optional<BusinessTime> determinedAt,
            Optional<BusinessTime> settledAt)
            implements SocketMessage {}

    enum LifecycleStep {
        CREATED,
        /** Trading again; all resting orders were cancelled. */
        ACTIVATED,
        DEACTIVATED,
        CLOSE_DATE_UPDATED,
        DETERMINED,
        SETTLED,
        PRICE_LEVEL_STRUCTURE_UPDATED,
        METADATA_UPDATED,
        UNKNOWN
    }

    record EventListed(EventTicker event, SeriesTicker series, String title, Optional<Integer> exchangeIndex)
            implements SocketMessage {}

    /** The event's fee overrides as they are now; empty parts were cleared. */
    record EventFeesChanged(EventTicker event, FeeTerms overrides) implements SocketMessage {}

    record OrderGroupUpdated(OrderGroupId group, GroupStep step, Optional<Quantity> limit, BusinessTime at)
            implements SocketMessage {}

    enum GroupStep {
        CREATED,
        TRIGGERED,
        RESET,
        DELETED,
        LIMIT_UPDATED,
        UNKNOWN
    }

    record IndexTicked(IndexValue value) implements SocketMessage {}

    /** Messages of a channel without books were lost or came out of order: read what is missing by REST. */
    record MessagesLost(Channel channel) implements SocketMessage {}

    /** The exchange refuses a subscription for good (on this connection), such as one without entitlement. */
    record SubscriptionRefused(Channel channel, int code, String message) implements SocketMessage {}
}
