package io.recio.localstack.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

/** In by the door, a look around, and the settings of auto entry. */
final class OpeningSteps {

    static final int PHONE_WIDTH = 390;

    private static final String ADMIN = "admin";

    private final Screen desk;
    private final Screen phone;
    private final String password;

    OpeningSteps(Screen desk, Screen phone, String password) {
        this.desk = desk;
        this.phone = phone;
        this.password = password;
    }

    List<Step> arrival() {
        return List.of(
                new Step("a wrong password is refused, the right one lets in", "login", desk, this::logIn),
                new Step(
                        "the monitor is alive: price, clock, fourteen strikes, charts", "monitor", desk, this::isAlive),
                new Step("the same on a phone, nothing wider than it", "phone", phone, this::phoneIsAlive));
    }

    Step settings() {
        return new Step("settings: a wrong number is refused, right ones are kept", "settings", desk, this::configure);
    }

    private void logIn() {
        desk.logIn(ADMIN, "not the password");
        desk.sees("Not logged in: name or password is not right");
        desk.logIn(ADMIN, password);
        assertThat(desk.find("app-header .mode")).hasText("SIMULATED · account simulated");
    }

    private void isAlive() {
        assertThat(desk.find("#price")).hasText(Pattern.compile("\\$[0-9,]+\\.[0-9]{2}"));
        assertThat(desk.find("#ttc")).hasText(Pattern.compile("[0-9]{2}:[0-9]{2}"));
        assertThat(desk.find("strike-table tr[data-ticker]")).hasCount(14);
        assertThat(desk.find("strike-table .buy:enabled").first()).isVisible();
        assertThat(desk.find("live-chart canvas")).isVisible();
        assertThat(desk.find("momentum-chart canvas")).isVisible();
        assertThat(desk.find("service-strip li")).hasCount(12);
    }

    private void phoneIsAlive() {
        phone.logIn(ADMIN, password);
        assertThat(phone.find("strike-table tr[data-ticker]")).hasCount(14);
        int width = phone.contentWidth();
        if (width > PHONE_WIDTH) {
            throw new AssertionError("the page must be no wider than " + PHONE_WIDTH + ", was " + width);
        }
    }

    /** Wide enough that the machine finds something within the hour, whatever the seed. */
    private void configure() {
        desk.press("Auto entry settings");
        set("maxTimeSeconds", "9999");
        save();
        assertThat(desk.find("settings-sheet .fault")).hasText("Expected a whole number from 0 to 3600");
        set("maxTimeSeconds", "3000");
        set("minTimeSeconds", "60");
        set("minProbabilityPercent", "80");
        set("minDifferentialCents", "-3");
        set("watchlistMinVolume", "0");
        set("positionSize", "2");
        check("spikeAlertEnabled", false);
        check("requireAskSize", false);
        save();
        desk.sees("Auto entry settings saved");
    }

    private void set(String field, String value) {
        desk.find("settings-sheet #" + field).fill(value);
    }

    private void check(String field, boolean on) {
        desk.find("settings-sheet #" + field).setChecked(on);
    }

    private void save() {
        desk.find("settings-sheet form button.primary").click();
    }
}
