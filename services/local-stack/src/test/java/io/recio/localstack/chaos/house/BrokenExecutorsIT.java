package io.recio.localstack.chaos.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.recio.localstack.chaos.check.Rule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The order path with one part broken on purpose, under the fault that part is there for: the checker must name the rule
 * that no longer holds, and must find nothing when no part is broken.
 */
class BrokenExecutorsIT {

    @TempDir
    private static Path directory;

    private static SimulatorProcess simulator;

    /** What goes wrong around the executor. */
    enum Trouble {
        /** The order is taken and never answered; the id of an order that is over may be used again. */
        TIMEOUT_AFTER_APPLYING,
        /** The first executor stands still with an answer in its hands while another takes its lease. */
        TAKEOVER,
        /** Each fill is streamed twice, and then read. */
        TOLD_TWICE
    }

    @BeforeAll
    static void startTheSimulator() throws IOException {
        simulator = new SimulatorProcess(directory, 1);
    }

    @AfterAll
    static void stopTheSimulator() {
        simulator.close();
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void leavesNothingToFindWhenNoPartIsBroken(Trouble trouble) {
        try (RealHouse house = house(Parts.SOUND, trouble)) {
            await().atMost(RealHouse.PATIENCE).until(house.market()::isEntered);
            assertThat(house.market().wasInDoubt()).as("the trouble came").isEqualTo(trouble != Trouble.TOLD_TWICE);
            house.market().sell();
            await().atMost(RealHouse.PATIENCE).until(house.market()::isClosed);
            await().atMost(RealHouse.PATIENCE)
                    .untilAsserted(() -> assertThat(house.violations()).isEmpty());
        }
    }

    @Test
    void catchesTheExecutorThatSendsAgainUnderANewId() {
        try (RealHouse house =
                house(Parts.withExchange(ResendingExchange::underANewId), Trouble.TIMEOUT_AFTER_APPLYING)) {
            finds(house, Rule.ORDERS_AGREE, ".*-again stands at the exchange and nobody intended it");
            finds(house, Rule.POSITIONS_EQUAL, ".* is 6 at the exchange and 3 here");
        }
    }

    @Test
    void catchesTheExecutorThatLeavesTheDedupeToTheExchange() {
        try (RealHouse house =
                house(Parts.withExchange(ResendingExchange::underTheSameId), Trouble.TIMEOUT_AFTER_APPLYING)) {
            finds(house, Rule.ONE_ORDER_PER_INTENT, ".* stands 2 times at the exchange");
        }
    }

    @Test
    void catchesTheExecutorThatIgnoresItsEpoch() {
        try (RealHouse house =
                house(Parts.withOrders(database -> real -> new EpochBlindOrders(real, database)), Trouble.TAKEOVER)) {
            finds(house, Rule.EPOCHS_HOLD, "OrderAccepted of .* recorded in epoch 1 at .*, after epoch 3 had begun");
        }
    }

    @Test
    void catchesTheBooksThatTakeAFillTwice() {
        try (RealHouse house = house(Parts.withReads(RenamingReads::new), Trouble.TOLD_TWICE)) {
            finds(house, Rule.FILLS_ONCE, "read-.* here and nothing at the exchange");
        }
    }

    /** Three contracts are bought while there is trouble. */
    private static RealHouse house(Parts parts, Trouble trouble) {
        RealHouse house = new RealHouse(simulator, parts, trouble == Trouble.TAKEOVER);
        switch (trouble) {
            case TIMEOUT_AFTER_APPLYING -> {
                simulator.admin().arm("reuse", Map.of("scope", "exchange", "kind", "reused-ids"));
                simulator
                        .admin()
                        .arm(
                                "lost",
                                Map.of(
                                        "scope", "kalshi-rest",
                                        "kind", "timeout-after-applying",
                                        "pattern", "POST .*/portfolio/events/orders",
                                        "limit", 1,
                                        "delayMillis", 3_000));
                house.market().buy();
            }
            case TAKEOVER -> {
                house.market().buy();
                house.takeOver();
            }
            case TOLD_TWICE -> {
                simulator
                        .admin()
                        .arm("twice", Map.of("scope", "kalshi-ws", "kind", "duplicate-frame", "pattern", "^fill "));
                house.market().buy();
            }
        }
        return house;
    }

    private static void finds(RealHouse house, Rule rule, String words) {
        await().atMost(RealHouse.PATIENCE)
                .untilAsserted(() -> assertThat(house.violations()).anySatisfy(violation -> {
                    assertThat(violation.rule()).isEqualTo(rule);
                    assertThat(violation.what()).matches(words);
                }));
    }
}
