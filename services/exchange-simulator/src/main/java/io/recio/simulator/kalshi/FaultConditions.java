package io.recio.simulator.kalshi;

import io.recio.simulator.fault.FaultKind;
import io.recio.simulator.fault.FaultScope;
import io.recio.simulator.fault.Faults;
import io.recio.simulator.kalshi.exchange.ExchangeConditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The exchange's conditions as the faults that are switched on have them. */
@ApplicationScoped
public class FaultConditions implements ExchangeConditions {

    private final Faults faults;

    @Inject
    FaultConditions(Faults faults) {
        this.faults = faults;
    }

    @Override
    public boolean isExchangeActive() {
        return faults.active(FaultScope.EXCHANGE, FaultKind.EXCHANGE_PAUSE, "").isEmpty();
    }

    @Override
    public boolean isTradingActive(int shard) {
        return faults.active(FaultScope.EXCHANGE, FaultKind.TRADING_PAUSE, "")
                .filter(fault -> fault.count() == shard)
                .isEmpty();
    }

    @Override
    public boolean areFinalIdsReusable() {
        return faults.active(FaultScope.EXCHANGE, FaultKind.REUSED_IDS, "").isPresent();
    }
}
