package io.recio.localstack.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.recio.localstack.control.StackSession;
import io.recio.localstack.process.SupervisedProcess;
import io.recio.localstack.simulator.SimulatorAdmin;
import io.recio.localstack.stack.ServiceSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The kill switch, a service that is killed, one that freezes, a feed that falls silent; each as the screen shows it. */
final class SafetySteps {

    private static final String STALE = "The price is not fresh";
    private static final String SILENCE = "walk-silence";

    /** Until the detector is certain, acts, and the new one is at work. */
    private static final Duration HEALING = Duration.ofMinutes(2);

    private final Screen desk;
    private final StackSession session;
    private final String password;

    SafetySteps(Screen desk, StackSession session, String password) {
        this.desk = desk;
        this.session = session;
        this.password = password;
    }

    List<Step> steps() {
        return List.of(
                new Step("kill switch tripped: entries are denied", "kill-switch", desk, this::tripKillSwitch),
                new Step("kill switch cleared by the right password only", "cleared", desk, this::clearKillSwitch),
                new Step("a feed falls silent: greyed, nothing to click, and back", "silence", desk, this::silence),
                new Step("a killed service is missed, and its successor works", "killed", desk, this::killed),
                new Step("a frozen service is restarted by the detector", "frozen", desk, this::frozen));
    }

    private void tripKillSwitch() {
        desk.go("Monitor");
        desk.press("Kill switch");
        desk.find("kill-dialog #reason").fill("A walk through the screen");
        desk.press("Trip now");
        desk.sees("Kill switch on: no entries");
        desk.chooseInTheMoney();
        desk.find("trade-dialog #confirm").click();
        assertThat(desk.find("trade-dialog #outcome")).containsText("Denied: Kill switch on");
        desk.find("trade-dialog .actions button").first().click();
    }

    private void clearKillSwitch() {
        desk.press("Kill switch on");
        desk.find("kill-dialog #password").fill("not the password");
        desk.press("Clear");
        assertThat(desk.find("kill-dialog [role=alert]")).hasText("name or password is not right");
        desk.sees("Kill switch on: no entries");
        desk.find("kill-dialog #password").fill(password);
        desk.press("Clear");
        desk.seesNoMore("Kill switch on: no entries");
    }

    private void silence() {
        int port = session.stack().note().ports().of(ServiceSpec.SIMULATOR.name());
        try (SimulatorAdmin simulator = new SimulatorAdmin(port)) {
            simulator.arm(SILENCE, Map.of("scope", "coinbase-ws", "kind", "silence", "pattern", "BTC-USD"));
            try {
                desk.sees(STALE);
                assertThat(desk.find("#price.stale")).isVisible();
                assertThat(desk.find("strike-table .buy:enabled")).hasCount(0);
            } finally {
                simulator.disarm(SILENCE);
            }
        }
        desk.seesNoMore(STALE);
        assertThat(desk.find("strike-table .buy:enabled").first()).isVisible();
    }

    private void killed() {
        desk.go("System");
        SupervisedProcess service = process("kalshi-account-sync");
        String before = instance(service);
        assertThat(row(before)).containsText("Working");
        service.kill();
        assertThat(row(before)).containsText("No heartbeat");
        works(service, before);
    }

    private void frozen() {
        SupervisedProcess service = process("auto-entry-supervisor");
        String before = instance(service);
        service.freeze();
        assertThat(row(before)).containsText("No heartbeat");
        Locator remedy = desk.find("system-page tr", "Auto entry supervisor")
                .filter(new Locator.FilterOptions().setHas(desk.find(".tag.good", "Restart")));
        assertThat(remedy.first()).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(HEALING.toMillis()));
        works(service, before);
    }

    /** Its successor is on the page, and the page says that it works. */
    private void works(SupervisedProcess service, String before) {
        Locator successor = desk.find("service-table tr")
                .filter(new Locator.FilterOptions()
                        .setHas(desk.find(
                                "td[title^='" + service.launch().name() + "']:not([title='" + before + "'])")));
        assertThat(successor)
                .containsText("Working", new LocatorAssertions.ContainsTextOptions().setTimeout(HEALING.toMillis()));
    }

    private Locator row(String instance) {
        return desk.find("service-table tr:has(td[title='" + instance + "'])");
    }

    private SupervisedProcess process(String name) {
        return session.stack().find(name).orElseThrow();
    }

    private static String instance(SupervisedProcess service) {
        String id = service.view().instance();
        if (id == null) {
            throw new AssertionError(service.launch().name() + " must run, did not");
        }
        return id;
    }
}
