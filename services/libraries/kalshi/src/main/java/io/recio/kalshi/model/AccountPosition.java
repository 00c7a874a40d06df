package io.recio.kalshi.model;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.money.Money;
import io.recio.domain.time.BusinessTime;
import java.util.Optional;

/**
 * What the account holds in one market, by REST.
 *
 * @param exposure what the position cost and may lose
 * @param exchangeIndex empty from a server older than 3.28
 */
public record AccountPosition(
        MarketTicker ticker,
        NetPosition position,
        Money exposure,
        Money realizedPnl,
        Money feesPaid,
        Money totalTraded,
        BusinessTime updatedAt,
        Optional<Integer> exchangeIndex) {}
