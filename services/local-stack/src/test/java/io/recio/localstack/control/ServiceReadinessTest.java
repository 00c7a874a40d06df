package io.recio.localstack.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServiceReadinessTest {

    @Test
    void readsRoleAndFreshnessFromAHealthAnswer() {
        String body = """
                {"status": "UP", "checks": [{"name": "functional", "status": "UP", "data": {
                    "state": "active", "epoch": 3,
                    "freshness.table": "{\\"ageMs\\":120,\\"limitMs\\":5000,\\"ok\\":true}",
                    "freshness.book": "{\\"ageMs\\":15500,\\"limitMs\\":12000,\\"ok\\":false}"}}]}""";

        assertThat(ServiceReadiness.read(true, body))
                .isEqualTo(new ServiceReadiness(true, "active", "table 0.1 s, book 15.5 s LATE"));
    }

    @Test
    void judgesNoFreshnessOfAStandby() {
        String body = """
                {"status": "UP", "checks": [{"name": "functional", "status": "UP", "data": {
                    "state": "standby", "freshness.orders": "{\\"ageMs\\":15500,\\"limitMs\\":5000,\\"ok\\":false}"}}]}""";

        assertThat(ServiceReadiness.read(true, body)).isEqualTo(new ServiceReadiness(true, "standby", ""));
    }

    @Test
    void knowsNothingOfAnAnswerThatIsNoJson() {
        assertThat(ServiceReadiness.read(false, "<html>")).isEqualTo(ServiceReadiness.SILENT);
    }
}
