package io.recio.trademanager.trade;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

/**
 * Where a trade came from, for the record.
 *
 * @param enteredBy the user, or the role of the service that asked
 * @param askSeen dollars
 * @param probabilitySeen from 0 to 1
 * @param momentumSeen percent
 * @param spotSeen dollars
 */
public record TradeOrigin(
        UUID requestId,
        Optional<UUID> decisionId,
        String enteredBy,
        Optional<BigDecimal> askSeen,
        OptionalDouble probabilitySeen,
        OptionalDouble momentumSeen,
        Optional<BigDecimal> spotSeen) {}
