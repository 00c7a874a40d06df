package io.recio.simulator.kalshi.exchange;

import io.recio.domain.market.Side;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.time.BusinessTime;
import java.util.Optional;

/**
 * Something that happened. Delivered in order while the exchange is locked; what it refers to is to be read within the
 * call.
 */
public sealed interface ExchangeEvent {

    BusinessTime at();

    /**
     * A level of a book changed.
     *
     * @param price of the side
     * @param change hundredths of a contract, signed
     * @param cause the account's order behind it, if any
     */
    record BookChanged(
            HourlyMarket market, Side side, Price price, long change, Optional<AccountOrder> cause, BusinessTime at)
            implements ExchangeEvent {}

    /** Best prices, volume or last trade of a market changed. */
    record QuoteChanged(HourlyMarket market, BusinessTime at) implements ExchangeEvent {}

    record Traded(PublicTrade trade, BusinessTime at) implements ExchangeEvent {}

    record Filled(AccountFill fill, BusinessTime at) implements ExchangeEvent {}

    record OrderChanged(AccountOrder order, BusinessTime at) implements ExchangeEvent {}

    record PositionChanged(Position position, BusinessTime at) implements ExchangeEvent {}

    record EventCreated(HourlyEvent event, BusinessTime at) implements ExchangeEvent {}

    record MarketCreated(HourlyMarket market, BusinessTime at) implements ExchangeEvent {}

    record MarketDetermined(HourlyMarket market, BusinessTime at) implements ExchangeEvent {}

    record MarketSettled(HourlyMarket market, BusinessTime at) implements ExchangeEvent {}

    /** What an order group lived through. */
    enum GroupChange {
        CREATED,
        TRIGGERED,
        RESET,
        DELETED,
        LIMIT_UPDATED
    }

    record GroupChanged(String groupId, GroupChange change, Quantity limit, BusinessTime at) implements ExchangeEvent {}

    /** The settlement index of a series has a new value, of the second {@code at}. */
    record IndexPublished(SeriesSpec series, IndexWindow index, SpotPrice value, BusinessTime at)
            implements ExchangeEvent {}
}
