package io.recio.databasemigrator.installation;

import java.util.Optional;

/** Whose database this is. A database that belongs to another mode or account is refused. */
public interface WantedInstallation {

    /** simulated, paper, kalshi-demo or live. */
    String mode();

    /** The Kalshi account. */
    String account();

    /** When it is; absent: business time is real time. */
    Optional<WantedClock> clock();
}
