package io.recio.apiwatchdog.status;

import io.recio.kalshi.client.KalshiRest;
import io.recio.kalshi.model.ExchangeSchedule;
import io.recio.kalshi.model.ExchangeStatus;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Kalshi's REST API. The status is asked every second, so it waits for an answer only a little longer. */
@Singleton
class KalshiExchangeSource implements ExchangeSource {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final KalshiRest rest;
    private final KalshiRest impatient;

    KalshiExchangeSource(KalshiRest rest) {
        this.rest = rest;
        this.impatient = rest.within(PATIENCE);
    }

    @Override
    public ExchangeStatus status() {
        return impatient.exchange().status();
    }

    @Override
    public ExchangeSchedule schedule() {
        return rest.exchange().schedule();
    }
}
