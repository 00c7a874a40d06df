package io.recio.simulator.kalshi.exchange;

import io.recio.domain.time.BusinessTime;

/**
 * All of the exchange at one moment, for a caller who holds its lock. Nothing of it may be kept past the call.
 *
 * @param now the moment up to which the exchange has lived
 */
public record Floor(
        BusinessTime now,
        Account account,
        Markets markets,
        TradeTape tape,
        OrderGroups groups,
        OrderDesk orders,
        AmendDesk amendments,
        GroupDesk groupDesk,
        IndexWindow index,
        AccountDesk cash) {}
