package io.recio.coordinator.probability;

import io.recio.domain.price.Symbol;
import io.recio.domain.probability.MoveTable;
import io.recio.domain.time.BusinessTime;
import java.util.Optional;

/** Where move tables come from. */
public interface MoveTables {

    /** The table counted last, if it is younger than the rebuild interval. */
    Optional<MoveTable> stored(Symbol symbol, BusinessTime now);

    /** Counts the table from the recorded minutes and stores it; may take seconds. */
    MoveTable build(Symbol symbol, BusinessTime now);
}
