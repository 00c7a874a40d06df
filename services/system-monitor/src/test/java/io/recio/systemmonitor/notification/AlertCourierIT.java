package io.recio.systemmonitor.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.recio.fixtures.TestDatabase;
import io.recio.fixtures.TestDatabaseResource;
import io.recio.storage.json.DomainJson;
import io.recio.systemmonitor.health.MonitorDeskIT;
import jakarta.mail.internet.MimeMessage;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the row in {@code system.alerts} to a real server at the other end. */
@QuarkusTest
@WithTestResource(TestDatabaseResource.class)
@WithTestResource(PostOffice.class)
@TestProfile(MonitorDeskIT.Hurried.class)
class AlertCourierIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    TestDatabase database;
    PostOffice post;

    /** What the monitor itself finds on this machine stays out, and what it was sending is over. */
    @BeforeEach
    void emptyTheBoxes() throws Exception {
        database.execute("""
                CREATE OR REPLACE FUNCTION system.test_silence() RETURNS trigger LANGUAGE plpgsql
                    AS 'BEGIN RETURN NULL; END';
                CREATE OR REPLACE TRIGGER test_silence BEFORE INSERT ON system.alerts FOR EACH ROW
                    WHEN (NEW.raised_by = 'recio_system_monitor') EXECUTE FUNCTION system.test_silence()""");
        forgetAlerts();
        post.web.resetMappings();
        post.web.stubFor(any(anyUrl()).willReturn(ok()));
        raise("info", "API_REACHABLE", "the boxes are empty");
        await().atMost(SOON).until(() -> requests("/hook").stream()
                .anyMatch(each -> each.getBodyAsString().contains("the boxes are empty")));
        await().atMost(SOON).until(() -> count("system.alert_deliveries WHERE state <> 'sent'") == 0);
        forgetAlerts();
        post.web.resetRequests();
        post.mail.purgeEmailFromAllMailboxes();
    }

    @AfterEach
    void letTheMonitorSpeakAgain() {
        database.execute("DROP TRIGGER test_silence ON system.alerts");
    }

    @Test
    void tellsACriticalAlertByEveryChannelInTheProvidersOwnWords() throws Exception {
        raise("critical", "INCIDENT", "Root cause of a failure is trade-manager");
        LoggedRequest sms = only("/2010-04-01/Accounts/AC1/Messages.json");
        assertThat(URLDecoder.decode(sms.getBodyAsString(), StandardCharsets.UTF_8))
                .isEqualTo("Body=REC.IO critical: Root cause of a failure is trade-manager"
                        + "&From=+15550001&To=+15550002");
        assertThat(sms.getHeader("Authorization"))
                .isEqualTo("Basic "
                        + Base64.getEncoder()
                                .encodeToString(("AC1:" + PostOffice.TOKEN).getBytes(StandardCharsets.UTF_8)));
        JsonNode hook = json(only("/hook"));
        assertThat(hook.path("severity").asText()).isEqualTo("critical");
        assertThat(hook.at("/alerts/0/code").asText()).isEqualTo("INCIDENT");
        assertThat(hook.at("/alerts/0/runbook").asText()).isEqualTo("runbooks/INCIDENT.md");
        assertThat(only("/hook").getHeader("Idempotency-Key"))
                .isEqualTo(hook.path("id").asText());
        assertThat(json(only("/slack")).path("text").asText())
                .startsWith("REC.IO critical: Root cause of a failure is trade-manager\n\ncritical INCIDENT at ");
        assertThat(json(only("/discord")).path("content").asText()).contains("Runbook: runbooks/INCIDENT.md");
        JsonNode telegram = json(only("/bot" + PostOffice.TOKEN + "/sendMessage"));
        assertThat(telegram.path("chat_id").asText()).isEqualTo("-100");
        LoggedRequest ntfy = only("/");
        assertThat(ntfy.getHeader("Authorization")).isEqualTo("Bearer " + PostOffice.TOKEN);
        assertThat(json(ntfy).path("topic").asText()).isEqualTo("recio");
        assertThat(json(ntfy).path("priority").asInt()).isEqualTo(5);
        await().atMost(SOON).until(() -> post.mail.getReceivedMessages().length == 2);
        MimeMessage mail = post.mail.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("REC.IO critical: Root cause of a failure is trade-manager");
        assertThat(mail.getFrom()[0]).hasToString("recio@example.com");
    }

    @Test
    void tellsEachChannelOnlyWhatMattersEnoughThere() {
        raise("info", "API_REACHABLE", "Kalshi's API answers again");
        only("/hook");
        raise("warning", "FEED_GAP", "No trade for 12 s");
        only("/slack");
        await().atMost(SOON).until(() -> count("system.alert_deliveries WHERE state = 'due'") == 0);
        assertThat(count("system.alert_deliveries WHERE channel = 'sms'")).isZero();
        assertThat(requests("/hook")).hasSize(2);
    }

    @Test
    void losesNothingAndDoublesNothingWhileAProviderIsDown() {
        post.web.stubFor(post(urlEqualTo("/hook")).willReturn(aResponse().withStatus(503)));
        raise("warning", "FEED_GAP", "No trade for 12 s");
        await().atMost(SOON).until(() -> text("SELECT last_error FROM system.alert_deliveries WHERE channel = 'hook'")
                .equals("provider answered 503"));
        raise("warning", "FEED_GAP", "No trade for 13 s");
        tryAgainNow();
        await().atMost(SOON).until(() -> requests("/hook").size() == 2);
        post.web.stubFor(post(urlEqualTo("/hook")).willReturn(ok()));
        tryAgainNow();
        await().atMost(SOON)
                .until(() -> count("system.alert_deliveries WHERE channel = 'hook' AND state = 'sent'") == 2);
        List<LoggedRequest> all = requests("/hook");
        assertThat(all.stream().map(each -> each.getHeader("Idempotency-Key")).distinct())
                .as("three attempts at one message, then the other")
                .hasSize(2);
        assertThat(all).hasSize(4);
        assertThat(all.getLast().getBodyAsString())
                .contains("No trade for 13 s")
                .doesNotContain("12 s");
    }

    @Test
    void waitsForTheMailServerToComeBack() {
        post.closeMail();
        try {
            raise("warning", "DISK_HIGH", "Disk is used to 81.0 %");
            await().atMost(SOON)
                    .until(() -> text("SELECT last_error FROM system.alert_deliveries WHERE channel = 'mail'")
                            .startsWith("mail server does not take it"));
        } finally {
            post.openMail();
        }
        tryAgainNow();
        await().atMost(SOON).until(() -> post.mail.getReceivedMessages().length == 2);
        await().atMost(SOON)
                .until(() -> count("system.alert_deliveries WHERE channel = 'mail' AND state = 'sent'") == 1);
        assertThat(post.mail.getReceivedMessages())
                .as("one for each of two receivers")
                .hasSize(2);
    }

    @Test
    void doesNotTellTheSameAgainWithinTheWindow() {
        raise("warning", "FEED_GAP", "No trade for 12 s");
        only("/hook");
        raise("warning", "FEED_GAP", "No trade for 12 s");
        raise("warning", "FEED_GAP", "No trade for 60 s");
        await().atMost(SOON).until(() -> requests("/hook").size() == 2);
        await().atMost(SOON).until(() -> count("system.alert_routes") == 3);
        assertThat(count("system.alert_routes WHERE duplicate_of IS NOT NULL")).isEqualTo(1);
        assertThat(requests("/hook").getLast().getBodyAsString()).contains("60 s");
    }

    @Test
    void carriesATestToEveryChannelWhateverItTakesAndASecondTestToo() {
        raise("info", "TEST_ALERT", "A test of the alerts, asked for by ada");
        only("/2010-04-01/Accounts/AC1/Messages.json");
        raise("info", "TEST_ALERT", "A test of the alerts, asked for by ada");
        await().atMost(SOON)
                .until(() -> requests("/2010-04-01/Accounts/AC1/Messages.json").size() == 2);
        await().atMost(SOON)
                .until(() ->
                        count("system.alert_deliveries WHERE state <> 'sent' AND channel NOT IN ('seldom', 'busy')")
                                == 0);
        assertThat(text("SELECT string_agg(DISTINCT channel, ' ' ORDER BY channel) FROM system.alert_deliveries"))
                .isEqualTo("busy discord hook mail ntfy seldom slack sms telegram");
        assertThat(requests("/slack")).hasSize(2);
        assertThat(count("system.alert_routes WHERE duplicate_of IS NOT NULL")).isZero();
        database.execute("UPDATE system.alerts SET acknowledged_at = now(), acknowledged_by = 'jane'");
    }

    @Test
    void tellsNoMoreThanTheHourlyLimitExceptWhatIsCritical() {
        raise("warning", "FEED_GAP", "No trade for 12 s");
        only("/busy");
        raise("warning", "FEED_GAP", "No trade for 13 s");
        await().atMost(SOON).until(() -> requests("/slack").size() == 2);
        raise("critical", "INCIDENT", "Root cause of a failure is trade-manager");
        await().atMost(SOON).until(() -> requests("/busy").size() == 2);
        assertThat(json(requests("/busy").getLast()).path("title").asText())
                .as("the second warning waits")
                .isEqualTo("REC.IO critical: Root cause of a failure is trade-manager");
        assertThat(count("system.alert_deliveries WHERE channel = 'busy' AND state = 'due'"))
                .isEqualTo(1);
        database.execute("UPDATE system.alert_deliveries SET ended_at = ended_at - interval '61 minutes'"
                + " WHERE channel = 'busy' AND state = 'sent'");
        await().atMost(SOON).until(() -> requests("/busy").size() == 3);
        assertThat(requests("/busy").getLast().getBodyAsString()).contains("13 s");
    }

    @Test
    void doesNotSendBesideAMonitorThatMayStillBeSending() {
        raise("warning", "FEED_GAP", "No trade for 12 s");
        only("/hook");
        await().atMost(SOON)
                .until(() -> count("system.alert_deliveries WHERE channel = 'hook' AND state = 'sent'") == 1);
        String message = text("SELECT message_id FROM system.alert_deliveries WHERE channel = 'hook'");
        database.execute("UPDATE system.alert_deliveries SET state = 'due', ended_at = NULL,"
                + " next_attempt_at = clock_timestamp() + interval '3 seconds' WHERE channel = 'hook'");
        raise("warning", "FEED_GAP", "No trade for 13 s");
        await().atMost(SOON).until(() -> requests("/slack").size() == 2);
        assertThat(requests("/hook")).as("claimed by the one before").hasSize(1);
        await().atMost(SOON).until(() -> requests("/hook").size() == 3);
        assertThat(requests("/hook").get(1).getHeader("Idempotency-Key"))
                .as("nobody knows whether it arrived: told again under its id, ahead of the next")
                .isEqualTo(message);
    }

    @Test
    void givesUpAfterADayAndGoesOnWithWhatIsNew() {
        post.web.stubFor(post(urlEqualTo("/hook")).willReturn(aResponse().withStatus(503)));
        raise("warning", "FEED_GAP", "No trade for 12 s");
        await().atMost(SOON).until(() -> count("system.alert_deliveries WHERE channel = 'hook' AND attempts > 0") == 1);
        database.execute("UPDATE system.alert_deliveries SET created_at = created_at - interval '25 hours'");
        await().atMost(SOON)
                .until(() -> count("system.alert_deliveries WHERE channel = 'hook' AND state = 'given_up'") == 1);
        post.web.stubFor(post(urlEqualTo("/hook")).willReturn(ok()));
        raise("warning", "FEED_GAP", "No trade for 13 s");
        await().atMost(SOON)
                .until(() -> count("system.alert_deliveries WHERE channel = 'hook' AND state = 'sent'") == 1);
        assertThat(requests("/hook").getLast().getBodyAsString())
                .contains("13 s")
                .doesNotContain("12 s");
    }

    @Test
    void tellsTogetherWhatCameWhileAChannelHadToRest() {
        raise("warning", "FEED_GAP", "No trade for 1 s");
        only("/seldom");
        IntStream.range(2, 5).forEach(second -> raise("warning", "FEED_GAP", "No trade for " + second + " s"));
        await().atMost(SOON).until(() -> requests("/slack").stream()
                .anyMatch(each -> each.getBodyAsString().contains("for 4 s")));
        assertThat(requests("/seldom")).hasSize(1);
        database.execute("UPDATE system.alert_deliveries SET ended_at = ended_at - interval '61 minutes'"
                + " WHERE channel = 'seldom' AND state = 'sent'");
        await().atMost(SOON).until(() -> requests("/seldom").size() == 2);
        assertThat(json(requests("/seldom").getLast()).path("title").asText())
                .isEqualTo("REC.IO warning: No trade for 2 s (+2 more)");
    }

    @Test
    void tellsACriticalAlertAgainUntilSomebodyAcknowledgesIt() {
        raise("critical", "KILL_SWITCH_TRIPPED", "Daily loss limit passed");
        only("/hook");
        await().atMost(SOON)
                .until(() -> count("system.alert_deliveries WHERE channel = 'hook' AND state = 'sent'") == 1);
        letTenMinutesPass();
        await().atMost(SOON).until(() -> requests("/hook").size() == 2);
        assertThat(json(requests("/hook").getLast()).path("title").asText())
                .isEqualTo("REC.IO critical, not acknowledged: Daily loss limit passed");
        post.web.stubFor(post(urlEqualTo("/slack")).willReturn(aResponse().withStatus(500)));
        database.execute("UPDATE system.alerts SET acknowledged_at = now(), acknowledged_by = 'jane'");
        letTenMinutesPass();
        await().atMost(SOON).until(() -> count("system.alert_deliveries WHERE state = 'due'") == 0);
        await().during(Duration.ofMillis(500))
                .atMost(SOON)
                .until(() -> requests("/hook").size() == 2);
        assertThat(count("system.alert_deliveries WHERE step = 2")).isZero();
    }

    @Test
    void tellsNoFurtherWhatHasEnded() {
        raise("critical", "API_UNREACHABLE", "Kalshi does not answer");
        only("/hook");
        await().atMost(SOON).until(() -> count("system.alert_deliveries WHERE state = 'due'") == 0);
        database.execute("UPDATE system.alerts SET resolved_at = now()");
        letTenMinutesPass();
        raise("critical", "API_UNREACHABLE", "Kalshi does not answer");
        await().atMost(SOON).until(() -> requests("/hook").size() == 2);
        assertThat(count("system.alert_routes WHERE duplicate_of IS NOT NULL"))
                .as("it is news again")
                .isZero();
        assertThat(count("system.alert_deliveries WHERE step > 0")).isZero();
    }

    /** The courier may hold a delivery at this moment: a deadlock is no failure here. */
    private void forgetAlerts() {
        await().atMost(SOON).ignoreExceptions().until(() -> {
            database.execute("DELETE FROM system.alerts");
            return true;
        });
    }

    private void raise(String severity, String code, String message) {
        database.execute("INSERT INTO system.alerts (severity, code, message) VALUES ('" + severity + "', '" + code
                + "', '" + message.replace("'", "''") + "')");
    }

    /** Instead of waiting for the backoff. */
    private void tryAgainNow() {
        database.execute("UPDATE system.alert_deliveries SET next_attempt_at = now() WHERE state = 'due'");
    }

    private void letTenMinutesPass() {
        database.execute("UPDATE system.alert_deliveries SET created_at = created_at - interval '11 minutes'");
    }

    private LoggedRequest only(String path) {
        await().atMost(SOON).until(() -> !requests(path).isEmpty());
        assertThat(requests(path)).hasSize(1);
        return requests(path).getFirst();
    }

    private List<LoggedRequest> requests(String path) {
        return post.web.findAll(postRequestedFor(urlEqualTo(path)));
    }

    private static JsonNode json(LoggedRequest request) {
        try {
            return DomainJson.MAPPER.readTree(request.getBodyAsString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private long count(String from) {
        return Long.parseLong(text("SELECT count(*)::text FROM " + from));
    }

    private String text(String sql) {
        try (Connection connection = database.admin();
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            return rows.next() && rows.getString(1) != null ? rows.getString(1) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
