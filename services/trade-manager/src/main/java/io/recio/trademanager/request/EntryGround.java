package io.recio.trademanager.request;

import io.recio.domain.risk.RiskBook;
import io.recio.domain.risk.RiskLimits;
import io.recio.domain.striketable.FeeEstimate;
import io.recio.domain.striketable.QuotedMarket;
import io.recio.domain.time.BusinessTime;
import io.recio.storage.market.BookFeed;
import io.recio.trademanager.risk.RiskState;
import java.util.Optional;

/**
 * What an entry is held against, as read within its transaction.
 *
 * @param trading whether the market's shard trades
 * @param fees empty when the fee type is unknown
 */
record EntryGround(
        QuotedMarket quoted,
        Optional<BookFeed> feed,
        boolean trading,
        Optional<FeeEstimate> fees,
        RiskState state,
        RiskBook book,
        RiskLimits limits,
        BusinessTime now) {}
