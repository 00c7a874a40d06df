package io.recio.localstack.chaos.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.time.BusinessTime;
import io.recio.kalshi.client.AccountQuery;
import io.recio.kalshi.model.AccountOrder;
import io.recio.kalshi.model.OrderState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries that wait in the simulator's book, through the real services; a minute there lasts three seconds. */
class RestingEntriesIT {

    private static final int SPEED = 20;

    @TempDir
    private static Path directory;

    private static SimulatorProcess simulator;

    private RealHouse house;

    @BeforeAll
    static void startTheSimulator() throws IOException {
        simulator = new SimulatorProcess(directory, SPEED);
    }

    @AfterAll
    static void stopTheSimulator() {
        simulator.close();
    }

    @BeforeEach
    void letAnEntryRest() {
        house = new RealHouse(simulator, Parts.SOUND, false);
        house.market().letEntriesRest();
    }

    @AfterEach
    void closeTheHouse() {
        house.close();
    }

    /** Makers pay no fee; of a fill in parts each may pay what rounds it to the cent. */
    @Test
    void isFilledWhereItRestsWithoutAFee() {
        house.market().bidFarBelow();
        await().atMost(RealHouse.PATIENCE).until(() -> atTheExchange().isPresent());
        house.market().fall();
        await().atMost(RealHouse.PATIENCE).until(house.market()::isEntered);
        assertThat(house.market().standing()).isEqualTo("final EXECUTED 3.00 ");
        assertThat(house.market().tradeStatus()).isEqualTo("open");
        assertThat(house.market().fills()).matches("maker 0(\\.00\\d+)?(, maker 0(\\.00\\d+)?)*");
        house.market().sell();
        await().atMost(RealHouse.PATIENCE).until(house.market()::isClosed);
        eventually(() -> assertThat(house.violations()).isEmpty());
    }

    @Test
    void goesOnRestingWhileItIsRenewedAndDiesWhenItIsNot() {
        house.market().bidLowest();
        await().atMost(RealHouse.PATIENCE).until(() -> expiry().isPresent());
        BusinessTime first = expiry().orElseThrow();
        await().atMost(RealHouse.PATIENCE)
                .until(() -> expiry().filter(first::isBefore).isPresent());
        simulator
                .admin()
                .arm(
                        "cut-off",
                        Map.of(
                                "scope", "kalshi-rest",
                                "kind", "http-5xx-before-applying",
                                "pattern", "POST .*/amend",
                                "status", 503));
        eventually(() -> assertThat(house.market().standing()).matches("final CANCELED 0.00 (EXPIRED|OTHER)"));
        eventually(() -> assertThat(house.market().tradeStatus()).isEqualTo("missed"));
        eventually(() -> assertThat(house.violations()).isEmpty());
    }

    private Optional<BusinessTime> expiry() {
        return atTheExchange().flatMap(AccountOrder::expiresAt);
    }

    private Optional<AccountOrder> atTheExchange() {
        return house
                .kalshi()
                .portfolio()
                .orders(AccountQuery.ALL.of(new MarketTicker(house.market().ticker())), OrderState.RESTING)
                .stream()
                .findFirst();
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(RealHouse.PATIENCE).untilAsserted(assertion);
    }
}
