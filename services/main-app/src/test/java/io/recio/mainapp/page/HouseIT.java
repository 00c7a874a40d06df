package io.recio.mainapp.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import io.recio.mainapp.Browser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Services, restarts, users and the audit, in a real browser. */
@QuarkusTest
class HouseIT extends CockpitBrowser {

    @BeforeEach
    void aQuietHouse() {
        database.execute("DELETE FROM system.incidents; DELETE FROM system.remedies; DELETE FROM system.requests;"
                + "DELETE FROM auth.users WHERE name = 'newcomer'; TRUNCATE auth.audit");
    }

    @Test
    void showsAServiceThatFellAndItsHealingWithTheRootCauseMarked() {
        logIn();
        page.getByRole(AriaRole.LINK, link("System")).click();
        rows.service("trade-manager", "active", true, 300);
        Locator row = page.locator("service-table tr", new Page.LocatorOptions().setHasText("Trade manager"));
        assertThat(row).containsText("Working");
        rows.service("trade-manager", "active", true, 60_000);
        database.execute("""
                INSERT INTO system.incidents (root_cause, level, symptoms, opened_at)
                VALUES ('trade-manager', 'critical', '["active-trade-supervisor"]', now());
                INSERT INTO system.remedies (service, action, withheld, reason, decided_at)
                VALUES ('trade-manager', 'restart', false, 'no heartbeat for 15 s', now()),
                       ('active-trade-supervisor', 'restart', true, 'suffers from trade-manager', now())""");
        assertThat(row).containsText("No heartbeat");
        assertThat(page.locator("dependency-picture g.cause"))
                .hasText(
                        "Trade manager",
                        new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions().setTimeout(10_000));
        assertThat(page.locator("system-page")).containsText("suffers from trade-manager");
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(java.nio.file.Path.of("target/screenshots/desktop-dark-incident.png")));
        rows.service("trade-manager", "active", true, 300);
        database.execute("UPDATE system.incidents SET closed_at = now()");
        assertThat(row).containsText("Working");
        assertThat(page.locator("dependency-picture g.cause"))
                .hasCount(
                        0,
                        new com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions().setTimeout(10_000));
    }

    @Test
    void showsWhatAServiceLatelyWarnedOf() {
        database.execute("""
                INSERT INTO system.log_lines (service, instance, level, logger, message, logged_at)
                SELECT 'trade-executor', 'executor-1', 'warning', 'ExecutionDesk', 'Order in doubt order=' || n, now()
                FROM generate_series(1, 60) n;
                INSERT INTO system.log_lines (service, instance, level, logger, message, logged_at)
                VALUES ('trade-manager', 'manager-1', 'error', 'DeskRunner', 'Desk failed', now()),
                       ('trade-executor', 'executor-1', 'error', 'KalshiRest', '<img src=x onerror=alert(1)>', now())""");
        logIn();
        page.getByRole(AriaRole.LINK, link("System")).click();
        page.getByLabel("Log Trade executor").click();
        assertThat(page.locator("log-dialog li")).hasCount(50);
        assertThat(page.locator("log-dialog li").first()).containsText("<img src=x onerror=alert(1)>");
        assertThat(page.locator("log-dialog li").nth(1)).containsText("Order in doubt order=60");
        shoot("desktop-dark-log");
        page.locator("log-dialog").getByLabel("Next page").click();
        assertThat(page.locator("log-dialog li")).hasCount(11);
        page.locator("log-dialog").getByRole(AriaRole.BUTTON, buttonIn("Close")).click();
        page.getByLabel("Log Kalshi account sync").click();
        assertThat(page.locator("log-dialog")).containsText("It has not warned of anything");
        database.execute("TRUNCATE system.log_lines");
    }

    @Test
    void showsWhoStandsByAndWhatInstancesAndNodesUse() {
        rows.look();
        logIn();
        page.getByRole(AriaRole.LINK, link("System")).click();
        assertThat(page.locator("instance-table tbody tr")).hasText(new String[] {
            "Trade manager trade-manager-6f7d8c9b5-x2k4z Active 41% of its limit 100 MB · 86% of 256 MB 91% of 100 GB",
            "Trade manager trade-manager-6f7d8c9b5-q8wvd Standby unknown 90 MB unknown",
            "Unified production coordinator unified-production-coordinator-5c9f7d6b8-7hxpl Active 12% of a core 120 MB unknown",
            "Kalshi account sync Down no instance beats"
        });
        assertThat(page.locator("#nodes tbody tr"))
                .hasText(
                        new String[] {"worker-1 4.2 s 64% 71% DiskPressure", "worker-2 4.2 s unknown unknown nothing"});
        assertThat(page.locator("#database-standbys tbody tr")).hasText(new String[] {
            "standby-one Streaming wait for it 120 ms · 3 MB", "standby-two unknown unknown unknown"
        });
        shootWhole("desktop-dark-resources");
    }

    @Test
    void saysThatNothingIsKnownOfInstancesNodesAndStandbys() {
        logIn();
        page.getByRole(AriaRole.LINK, link("System")).click();
        assertThat(page.locator("instance-table")).containsText("No instance is known");
        assertThat(page.locator("node-table")).containsText("Nothing is known of nodes");
        assertThat(page.locator("node-table")).containsText("No server follows the database");
        database.execute("DELETE FROM system.health_status");
        page.reload();
        assertThat(page.locator("instance-table")).containsText("No report of the system monitor yet");
        assertThat(page.locator("node-table")).containsText("No report of the system monitor yet");
    }

    @Test
    void saysWhereSeveralInstancesShareOneLimitAndWhatIsNotMeasured() {
        database.execute("""
                INSERT INTO system.health_status (checked_at, status, services, resources, database, network, duplicates)
                VALUES (clock_timestamp() + interval '1 second', 'healthy', '[
                    {"service": "trade-manager", "state": "HEALTHY", "critical": true, "reason": "", "instances": [
                        {"instance": "manager-1", "role": "active", "memoryBytes": 104857600, "cpuPercent": 4.2}]}]',
                    '{"groups": [{"id": "a/1", "instances": ["executor-1", "manager-1"], "memoryLimitBytes": 2147483648,
                        "memoryPercent": 40.1, "cpuPercent": 12}], "disks": []}', '{"standbys": []}', '{}', '[]')""");
        logIn();
        page.getByRole(AriaRole.LINK, link("System")).click();
        assertThat(page.locator("instance-table tbody tr"))
                .hasText("Trade manager manager-1 Active 12% of its limit, shared by 2"
                        + " 100 MB · 40% of 2048 MB, shared by 2 unknown");
        assertThat(page.locator("instance-table")).containsText("Nobody measures the disks of the data");
        database.execute("""
                INSERT INTO system.health_status (checked_at, status, services, resources, database, network, duplicates)
                SELECT checked_at + interval '1 second', status, services, '{"groups": [{"id": "a/1", "instances": ["manager-1"]}]}',
                       database, network, duplicates FROM system.health_status ORDER BY checked_at DESC LIMIT 1""");
        page.reload();
        assertThat(page.locator("instance-table")).containsText("No limits are known");
        assertThat(page.locator("instance-table tbody tr"))
                .hasText("Trade manager manager-1 Active 4% of a core 100 MB unknown");
    }

    @Test
    void asksForARestartWithThePasswordAndShowsWhatBecameOfIt() {
        logIn();
        page.getByRole(AriaRole.LINK, link("System")).click();
        page.getByLabel("Restart Trade executor").click();
        page.locator("restart-dialog #reason").fill("Stuck");
        page.locator("restart-dialog #password").fill("guess");
        page.locator("restart-dialog").getByRole(AriaRole.BUTTON).last().click();
        assertThat(page.locator("restart-dialog [role=alert]")).hasText("name or password is not right");
        complaints.removeIf(text -> text.contains("401"));
        page.locator("restart-dialog #password").fill(Browser.PASSWORD);
        page.locator("restart-dialog").getByRole(AriaRole.BUTTON).last().click();
        assertThat(page.getByText("Restart asked of the failure detector")).isVisible();
        assertThat(text("SELECT concat_ws(' ', kind, service, reason, on_behalf_of, state) FROM system.requests"))
                .isEqualTo("restart trade-executor Stuck eve new");
        database.execute(
                "UPDATE system.requests SET state = 'refused', answer = 'an order is in doubt', answered_at = now()");
        assertThat(page.locator("system-page"))
                .containsText(
                        "an order is in doubt",
                        new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                                .setTimeout(10_000));
        page.locator("#restart-all").click();
        assertThat(page.locator("restart-dialog")).containsText("Every service is restarted");
        shoot("desktop-dark-restart");
    }

    @Test
    void notesWhoHasSeenAnAlertOnceAndInTheAudit() {
        logIn();
        page.getByRole(AriaRole.LINK, link("System")).click();
        database.execute("INSERT INTO system.alerts (severity, code, message)"
                + " VALUES ('critical', 'DISK_FULL', 'Disk is used to 97.3 %')");
        Locator alert = page.locator("system-page .alert", new Page.LocatorOptions().setHasText("97.3 %"));
        alert.getByRole(AriaRole.BUTTON).click();
        assertThat(alert).containsText("eve");
        assertThat(alert.getByRole(AriaRole.BUTTON)).hasCount(0);
        assertThat(text("SELECT acknowledged_by || ' ' || (acknowledged_at IS NOT NULL) FROM system.alerts"
                        + " WHERE code = 'DISK_FULL'"))
                .isEqualTo("eve true");
        assertThat(text("SELECT actor || ' ' || action || ' ' || (facts->>'alert' = (SELECT alert_id::text"
                        + " FROM system.alerts WHERE code = 'DISK_FULL')) FROM auth.audit ORDER BY seq DESC LIMIT 1"))
                .isEqualTo("eve acknowledge-alert true");
        database.execute("DELETE FROM system.alerts WHERE code = 'DISK_FULL'");
    }

    @Test
    void testsTheAlertsAndKeepsTheTestOutOfTheRestarts() {
        logIn();
        page.getByRole(AriaRole.LINK, link("System")).click();
        page.locator("#test-alerts").click();
        assertThat(page.getByText("A test alert goes to every channel")).isVisible();
        assertThat(text("SELECT concat_ws(' ', kind, on_behalf_of, state) FROM system.requests"))
                .isEqualTo("test_alert eve new");
        assertThat(text("SELECT actor || ' ' || action FROM auth.audit ORDER BY seq DESC LIMIT 1"))
                .isEqualTo("eve test-alerts");
        database.execute("""
                UPDATE system.requests SET state = 'done', answer = 'raised', answered_at = now();
                INSERT INTO system.alerts (alert_id, severity, code, message)
                SELECT request_id, 'info', 'TEST_ALERT', 'A test of the alerts, asked for by eve' FROM system.requests;
                INSERT INTO system.alert_deliveries (alert_id, channel, state, attempts, last_error)
                SELECT request_id, 'pager', 'due', 2, 'provider answered 503' FROM system.requests""");
        assertThat(page.locator("system-page")).containsText("A test of the alerts, asked for by eve");
        Browser viewer = Browser.loggedIn(database, "onlooker", "viewer");
        viewer.reads()
                .get("/api/v1/system/alert-tests")
                .then()
                .statusCode(200)
                .body("state", contains("done"))
                .body("[0].requestedBy", equalTo("eve"))
                .body("[0].deliveries.channel", contains("pager"))
                .body("[0].deliveries[0].lastError", equalTo("provider answered 503"));
        viewer.reads().get("/api/v1/system/restarts").then().body("size()", equalTo(0));
        database.execute("DELETE FROM system.alerts WHERE code = 'TEST_ALERT'");
    }

    @Test
    void addsAUserEndsASessionAndVerifiesTheAudit() {
        Browser.logIn("eve", Browser.PASSWORD).then().statusCode(200);
        logIn();
        page.getByRole(AriaRole.LINK, link("User")).click();
        assertThat(page.locator("user-sessions tr", new Page.LocatorOptions().setHasText("eve")))
                .hasCount(2);
        page.locator("user-sessions tr", new Page.LocatorOptions().setHasText("eve"))
                .getByRole(AriaRole.BUTTON, buttonIn("End"))
                .click();
        assertThat(page.locator("user-sessions tr", new Page.LocatorOptions().setHasText("eve")))
                .hasCount(1);

        page.getByRole(AriaRole.BUTTON, button("Add a user")).click();
        page.locator("user-dialog #name").fill("newcomer");
        page.locator("user-dialog #role").selectOption("trader");
        page.locator("user-dialog #password").fill(Browser.PASSWORD);
        page.locator("user-dialog").getByRole(AriaRole.BUTTON, buttonIn("Save")).click();
        String password = page.locator("#new-password").textContent().strip();
        assertThat(password).hasSize(20);
        shoot("desktop-dark-new-user");
        page.locator("user-dialog")
                .getByRole(AriaRole.BUTTON, buttonIn("Close"))
                .click();
        Browser.logIn("newcomer", password).then().statusCode(200);
        assertThat(page.locator("user-table")).containsText("newcomer");

        page.getByRole(AriaRole.BUTTON, button("Verify the chain")).click();
        assertThat(page.locator("#chain")).containsText("Intact");
        database.execute("UPDATE auth.audit SET actor = 'nobody' WHERE seq = 1");
        page.getByRole(AriaRole.BUTTON, button("Verify the chain")).click();
        assertThat(page.locator("#chain")).hasText("Broken at row 1");
        shootWhole("desktop-dark-user");
        database.execute("TRUNCATE auth.audit");
    }

    private static Locator.GetByRoleOptions buttonIn(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }
}
