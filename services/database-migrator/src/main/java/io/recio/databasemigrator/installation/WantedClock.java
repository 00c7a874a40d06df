package io.recio.databasemigrator.installation;

import java.time.Instant;
import java.util.OptionalInt;

/** Business time = business anchor + (real time − system anchor) × speed. For simulated installations only. */
public interface WantedClock {

    Instant businessAnchor();

    Instant systemAnchor();

    /** Business seconds per real second, 1 to 60; absent: 1. A default here would make every group that may be absent present. */
    OptionalInt speed();
}
