package io.recio.tradeexecutor.funds;

import io.recio.kalshi.client.KalshiRest;
import io.recio.kalshi.client.PortfolioCalls;
import io.recio.kalshi.client.WriteResult;
import io.recio.kalshi.errors.KalshiException;
import io.recio.tradeexecutor.ExecutorConfig;
import io.recio.tradeexecutor.exchange.ExchangeAway;
import jakarta.inject.Singleton;
import java.util.List;

/** Kalshi's transfers between shards behind the port. */
@Singleton
class KalshiFunds implements FundsExchange {

    private final PortfolioCalls portfolio;

    KalshiFunds(KalshiRest rest, ExecutorConfig config) {
        this.portfolio = rest.within(config.requestTimeout()).portfolio();
    }

    @Override
    public Outcome move(Transfer transfer) {
        return switch (portfolio.transfer(transfer.from(), transfer.to(), transfer.amount(), transfer.id())) {
            case WriteResult.Accepted<String> accepted -> new Moved();
            case WriteResult.Rejected<String>(var status, var error) -> new NotMoved(status + " " + error);
            case WriteResult.InDoubt<String>(var doubt, var detail) -> new Unknown(doubt + ": " + detail);
            case WriteResult.NotSent<String>(var reason, var detail) -> new NotMoved(reason + ": " + detail);
        };
    }

    @Override
    public List<Known> known() {
        try {
            return portfolio.transfers().stream()
                    .map(each -> new Known(
                            each.id(),
                            each.fromShard(),
                            each.toShard(),
                            each.amount(),
                            each.complete(),
                            each.createdAt()))
                    .toList();
        } catch (KalshiException e) {
            throw new ExchangeAway("transfers cannot be listed: " + e.getMessage(), e);
        }
    }
}
