package io.recio.autoentry.spike;

import io.recio.domain.price.Momentum;
import io.recio.domain.price.Symbol;
import io.recio.domain.time.BusinessTime;
import java.util.List;

/** The momentum of past seconds. */
public interface MomentumLog {

    /** One second's momentum. */
    record Reading(BusinessTime at, Momentum momentum) {}

    /** The readings after {@code from}, up to {@code to}, oldest first; seconds without momentum are left out. */
    List<Reading> between(Symbol symbol, BusinessTime from, BusinessTime to);
}
