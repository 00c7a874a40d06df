package io.recio.domain.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.health.Remedy.RestartSystem;
import io.recio.domain.health.Withheld.Reason;
import io.recio.domain.time.SystemTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Everything anew, in order, at most once in four hours. */
class SystemRestartTest {

    private static final String BTC = "symbol-price-watchdog-btc";
    private static final String COORDINATOR = "unified-production-coordinator";

    private final Deployment deployment = new Deployment();

    @Test
    void callsItCriticalWhenTradingCannotGoOnAndCatastrophicWhenThatWasGivenUp() {
        deployment.instance("trade-manager").hung();
        assertThat(deployment.look().level()).isEqualTo(IncidentLevel.CRITICAL);
        for (int restart = 0; restart < 6; restart++) {
            deployment
                    .restartedWithin(Duration.ofHours(1), "trade-manager", true)
                    .orElseThrow();
        }
        deployment.pass(Duration.ofHours(1));
        deployment.look();
        assertThat(deployment.look().level()).isEqualTo(IncidentLevel.CATASTROPHIC);
    }

    @Test
    void restartsEverythingOnceInFourHoursWhenHalfIsDownAndNothingSmallerHelped() {
        illToTheDeepest();
        SystemTime first = systemRestart();
        assertThat(systemRestart().isBefore(first.plus(Duration.ofHours(4)))).isFalse();
    }

    @Test
    void doesNotRestartEverythingWhileAnOrderIsInDoubt() {
        illToTheDeepest();
        deployment.orderInDoubt(true);
        assertThat(withheldForGood()).isEqualTo("an order is in doubt");
    }

    @Test
    void doesNotRestartEverythingWhileAnExchangeIsDown() {
        // Nothing that was given up stands on Coinbase: it is down all the same.
        deployment.down(Foundation.COINBASE);
        for (String service : List.of("kalshi-account-sync", "kalshi-api-watchdog", "main-app", "system-monitor")) {
            deployment.instance(service).hung();
        }
        deployment.instance("trade-manager").hung();
        deployment.instance("trade-executor").hung();
        assertThat(withheldForGood()).isEqualTo("COINBASE is down");
    }

    @Test
    void doesNotRestartEverythingWhileAPersonWorksOnAPartOfIt() {
        illToTheDeepest();
        deployment.pause("main-app", new Pause("jane", deployment.now().plus(Duration.ofHours(12))));
        assertThat(withheldForGood()).isEqualTo("main-app is paused by an operator");
    }

    /** Half of all, two causes deep down. */
    private void illToTheDeepest() {
        for (String service : List.of(
                "kalshi-account-sync",
                BTC,
                COORDINATOR,
                "auto-entry-supervisor",
                "trade-manager",
                "active-trade-supervisor")) {
            deployment.instance(service).hung();
        }
    }

    /** Looks every five seconds for hours; at the end everything would be restarted, but for this. */
    private String withheldForGood() {
        for (int look = 0; look < 4_000; look++) {
            assertThat(deployment.look().remedy().filter(RestartSystem.class::isInstance))
                    .isEmpty();
            deployment.pass(5);
        }
        return deployment.look().withheld().stream()
                .filter(held -> held.reason() == Reason.SYSTEM_RESTART_WITHHELD)
                .map(Withheld::detail)
                .findFirst()
                .orElse("nothing");
    }

    /** Looks every five seconds for ten hours; every small remedy is in vain. */
    private SystemTime systemRestart() {
        for (int look = 0; look < 7_200; look++) {
            Optional<Remedy> remedy = deployment.look().remedy();
            SystemTime at = deployment.now();
            deployment.pass(5);
            if (remedy.filter(RestartSystem.class::isInstance).isPresent()) {
                assertThat(remedy).contains(new RestartSystem(6));
                return at;
            }
        }
        throw new AssertionError("expected a restart of everything within ten hours, found none");
    }
}
