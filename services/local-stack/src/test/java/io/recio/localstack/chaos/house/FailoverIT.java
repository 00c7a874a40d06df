package io.recio.localstack.chaos.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The database passes from one server to another while an order is under way: connections are cut, the server that answers
 * may only be read, then there is a primary again. Nothing is started anew, nothing is lost, nothing is sent twice.
 */
class FailoverIT {

    private static final Duration READ_ONLY = Duration.ofSeconds(30);
    private static final Duration A_WHILE = Duration.ofSeconds(3);

    @TempDir
    private static Path directory;

    private static SimulatorProcess simulator;

    @BeforeAll
    static void startTheSimulator() throws IOException {
        simulator = new SimulatorProcess(directory, 1);
    }

    @AfterAll
    static void stopTheSimulator() {
        simulator.close();
    }

    @Test
    void losesNeitherTheAnswerOfTheExchangeNorARequest() {
        try (RealHouse house = new RealHouse(simulator, Parts.SOUND, true)) {
            house.market().buy();
            house.passOnAfterTheFirstAnswer();
            await().pollInterval(Duration.ofSeconds(1))
                    .during(READ_ONLY)
                    .atMost(READ_ONLY.plus(RealHouse.PATIENCE))
                    .until(() ->
                            house.ordersAtTheExchange() == 1 && !house.market().isEntered());
            assertThat(house.isAnybodyActive()).isFalse();
            house.becomePrimary();

            await().atMost(RealHouse.PATIENCE).until(house.market()::isEntered);
            assertThat(house.market().wasInDoubt())
                    .as("the answer could not be written")
                    .isTrue();
            assertThat(house.ordersAtTheExchange()).isEqualTo(1);

            house.passOn();
            house.market().sell();
            await().during(A_WHILE)
                    .atMost(RealHouse.PATIENCE)
                    .until(() ->
                            house.ordersAtTheExchange() == 1 && !house.market().isClosed());
            house.becomePrimary();
            await().atMost(RealHouse.PATIENCE).until(house.market()::isClosed);
            assertThat(house.ordersAtTheExchange()).isEqualTo(2);
            await().atMost(RealHouse.PATIENCE)
                    .untilAsserted(() -> assertThat(house.violations()).isEmpty());
        }
    }
}
