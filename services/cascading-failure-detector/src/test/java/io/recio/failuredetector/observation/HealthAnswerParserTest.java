package io.recio.failuredetector.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.health.InstanceObservation.Role;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthAnswerParserTest {

    @Test
    void readsWhatAServiceSaysOfItsFunction() {
        String body = """
                {"status": "DOWN", "checks": [
                  {"name": "other", "status": "UP"},
                  {"name": "functional", "status": "DOWN", "data": {
                    "service": "symbol-price-watchdog-btc", "instance": "btc-1", "state": "active", "epoch": 7,
                    "database": "away", "functional": false, "workDone": 4711,
                    "freshness.commit": "{\\"ageMs\\":120,\\"limitMs\\":5000,\\"ok\\":true}",
                    "freshness.tick": "{\\"ageMs\\":9120,\\"limitMs\\":3000,\\"ok\\":false}"}}]}""";
        assertThat(HealthAnswerParser.parse(body))
                .contains(new HealthAnswer(
                        "btc-1", Role.ACTIVE, 7, false, 4711, new TreeMap<>(Map.of("commit", true, "tick", false))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{}", "{\"checks\": [{\"name\": \"functional\"}]}", "[1, 2]", "null"})
    void findsNothingInAnAnswerWithoutIt(String body) {
        assertThat(HealthAnswerParser.parse(body)).isEmpty();
    }
}
