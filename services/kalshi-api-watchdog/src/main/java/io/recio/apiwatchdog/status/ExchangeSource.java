package io.recio.apiwatchdog.status;

import io.recio.kalshi.model.ExchangeSchedule;
import io.recio.kalshi.model.ExchangeStatus;

/** What the exchange says of itself. Calls wait for the answer and throw {@code KalshiException}. */
interface ExchangeSource {

    ExchangeStatus status();

    ExchangeSchedule schedule();
}
