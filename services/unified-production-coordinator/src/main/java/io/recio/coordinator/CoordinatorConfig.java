package io.recio.coordinator;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Settings of the coordinator. Durations are real time. */
@ConfigMapping(prefix = "unified-production-coordinator")
public interface CoordinatorConfig {

    /** How often tables are made. */
    Table table();

    /** How move tables are counted. */
    MoveTables moveTable();

    /** The JSON files. */
    Documents documents();

    interface Table {

        /** Least time between two tables of a symbol: changes within it are taken together. */
        @WithDefault("0.05S")
        Duration leastInterval();

        /** A table is made anew after this time even when nothing changed, because time to close did. */
        @WithDefault("1S")
        Duration refreshInterval();

        /** How old a table may be before this service counts as not working. */
        @WithDefault("5S")
        Duration ageLimit();
    }

    interface MoveTables {

        /** Moves a row needs before a look-up trusts it; below, the volatility model prices. */
        @WithDefault("300")
        @Min(1)
        long leastSamples();

        /** What a year counts against the year after it. */
        @WithDefault("0.8")
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("1")
        double yearlyWeight();

        /** How old, in business time, a stored table may be before it is counted anew. */
        @WithDefault("24H")
        Duration rebuildInterval();

        /** How often, in real time, it is looked whether a table is due. */
        @WithDefault("60S")
        Duration lookInterval();
    }

    interface Documents {

        /** Least time between two writes of a file. */
        @WithDefault("1S")
        Duration leastInterval();
    }
}
