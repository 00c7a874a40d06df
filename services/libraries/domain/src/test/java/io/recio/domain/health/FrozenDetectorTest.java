package io.recio.domain.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.health.Withheld.Reason;
import io.recio.domain.time.SystemTime;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** When nothing may be restarted: a foundation is down, an order is in doubt. */
class FrozenDetectorTest {

    private static final String BTC = "symbol-price-watchdog-btc";
    private static final String COORDINATOR = "unified-production-coordinator";

    private final Deployment deployment = new Deployment();

    @ParameterizedTest
    @EnumSource(
            value = Foundation.class,
            names = {"DATABASE", "RUNTIME", "COINBASE"})
    void freezesWhileAFoundationIsTheCause(Foundation foundation) {
        deployment.down(foundation);
        deployment.instance(BTC).hung();
        assertThat(deployment.restartedWithin(Duration.ofMinutes(30), BTC, false))
                .isEmpty();
        assertThat(deployment.look().withheld())
                .containsExactly(new Withheld(
                        new ServiceName(BTC), Reason.FOUNDATION_DOWN, foundation.name(), Optional.empty()));
        deployment.up(foundation);
        assertThat(deployment.restartedWithin(Duration.ofMinutes(1), BTC, false))
                .isPresent();
    }

    @Test
    void givesEveryoneItsPatienceAgainWhenAFoundationIsBack() {
        deployment.down(Foundation.DATABASE);
        deployment.instance("main-app").stuck();
        assertThat(deployment.restartedWithin(Duration.ofMinutes(5), "main-app", false))
                .isEmpty();
        deployment.up(Foundation.DATABASE);
        SystemTime back = deployment.now();
        assertThat(deployment.restartedWithin(Duration.ofMinutes(1), "main-app", false))
                .contains(back.plus(Duration.ofSeconds(14)));
    }

    @Test
    void freezesOnlyWhatStandsOnTheExchangeThatIsDown() {
        deployment.down(Foundation.KALSHI);
        deployment.instance("trade-executor").hung();
        deployment.instance("active-trade-supervisor").hung();
        deployment.instance(BTC).hung();
        assertThat(deployment.restartedWithin(Duration.ofMinutes(1), BTC, false))
                .isPresent();
        deployment.pass(Duration.ofMinutes(5));
        assertThat(deployment.look().withheld())
                .extracting(Withheld::reason)
                .containsExactly(Reason.FOUNDATION_DOWN, Reason.FOUNDATION_DOWN);
    }

    @ParameterizedTest
    @CsvSource({"trade-executor", "active-trade-supervisor"})
    void neverRestartsWhoHandlesOrdersWhileOneIsInDoubtUnlessItsLeaseExpired(String service) {
        deployment.orderInDoubt(true);
        deployment.instance(service).hung();
        assertThat(deployment.restartedWithin(Duration.ofMinutes(30), service, false))
                .isEmpty();
        assertThat(deployment.look().withheld()).extracting(Withheld::reason).containsExactly(Reason.ORDER_IN_DOUBT);
        deployment.leaseExpires(service);
        assertThat(deployment.restartedWithin(Duration.ofMinutes(1), service, false))
                .isPresent();
    }

    @Test
    void restartsOthersWhileAnOrderIsInDoubt() {
        deployment.orderInDoubt(true);
        deployment.instance("main-app").hung();
        assertThat(deployment.restartedWithin(Duration.ofMinutes(1), "main-app", false))
                .isPresent();
    }

    @Test
    void leavesAnExitedServiceToTheRuntime() {
        deployment.exits("main-app");
        deployment.look();
        deployment.pass(Duration.ofMinutes(10));
        assertThat(deployment.look().remedy()).isEmpty();
        assertThat(deployment.look().withheld())
                .containsExactly(new Withheld(
                        new ServiceName("main-app"), Reason.RUNTIME_RESTARTS_IT, "no instance runs", Optional.empty()));
    }

    @Test
    void neverRestartsItself() {
        deployment.instance("cascading-failure-detector").hung();
        assertThat(deployment.restartedWithin(Duration.ofMinutes(5), "cascading-failure-detector", false))
                .isEmpty();
        assertThat(deployment.look().withheld()).extracting(Withheld::reason).containsExactly(Reason.NOT_RESTARTABLE);
    }
}
