package io.recio.charttests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What {@code helm test} runs. */
class ReleaseCheckTest {

    private final JsonNode job = Chart.helmTest(Map.of()).one("Job", "recio-release-check");

    @Test
    void asksForEachOfTheTwelveServicesAndThePage() {
        List<String> arguments = StreamSupport.stream(
                        job.at("/spec/template/spec/containers/0/args").spliterator(), false)
                .map(JsonNode::asText)
                .toList();

        assertThat(arguments).startsWith("check", "--page=http://recio-main-app:3000/");
        assertThat(arguments.stream().filter(each -> each.startsWith("--service=")))
                .hasSize(12)
                .contains("--service=symbol-price-watchdog-btc", "--service=trade-executor", "--service=main-app");
    }

    @Test
    void readsAsTheMonitorAndNoMore() {
        assertThat(Pod.of(job).environment())
                .containsEntry("RELEASE_CHECK_USER", "recio_system_monitor")
                .containsEntry("RELEASE_CHECK_PASSWORD", "recio-database-system-monitor/password")
                .hasSize(3);
        assertThat(job.at("/spec/template/spec/automountServiceAccountToken").asBoolean(true))
                .isFalse();
    }

    @Test
    void runsOnceAndOnlyWhenAsked() {
        assertThat(job.at("/spec/backoffLimit").asInt(-1)).isZero();
        assertThat(Chart.rendered().names("Job")).isEmpty();
    }
}
