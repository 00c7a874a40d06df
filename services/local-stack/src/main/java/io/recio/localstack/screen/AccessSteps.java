package io.recio.localstack.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import io.recio.localstack.control.StackSession;
import io.recio.localstack.process.SupervisedProcess;
import io.recio.localstack.stack.ServiceSpec;
import java.time.Duration;
import java.util.List;

/** Who may come in, what may be taken home, and what the page does while nobody answers it. */
final class AccessSteps {

    private static final String GUEST = "guest";
    private static final int WRONG_PASSWORDS_ALLOWED = 5;

    /** A service that has exited is started anew after a pause, and is ready some seconds later. */
    private static final Duration RESTART = Duration.ofMinutes(2);

    private final Screen desk;
    private final Screen door;
    private final StackSession session;
    private final String password;

    /** @param door on which nobody is logged in */
    AccessSteps(Screen desk, Screen door, StackSession session, String password) {
        this.desk = desk;
        this.door = door;
        this.session = session;
        this.password = password;
    }

    List<Step> steps() {
        return List.of(
                new Step("a user is added and looks, but may not trade", "viewer", List.of(door, desk), this::addGuest),
                new Step(
                        "wrong passwords lock the user, the right one too",
                        "lockout",
                        List.of(door, desk),
                        this::lockOut));
    }

    Step csv() {
        return new Step("History as CSV: what the filter shows, no more", "csv", desk, this::export);
    }

    Step lostLine() {
        return new Step("main-app killed: the page says so, and resumes as it is", "line", desk, this::loseLine);
    }

    private void addGuest() {
        desk.go("User");
        desk.press("Add a user");
        desk.find("user-dialog #name").fill(GUEST);
        desk.find("user-dialog #password").fill(password);
        desk.find("user-dialog button.primary").click();
        String given = desk.find("user-dialog #new-password").innerText().strip();
        door.logIn(GUEST, given);
        assertThat(door.find("strike-table tr[data-ticker]")).hasCount(14);
        assertThat(door.find("strike-table .buy:enabled")).hasCount(0);
        door.press("Log out");
        assertThat(door.button("Log in")).isVisible();
    }

    private void lockOut() {
        for (int i = 0; i < WRONG_PASSWORDS_ALLOWED; i++) {
            door.logIn(GUEST, "not the password " + i);
            door.sees("Not logged in");
            assertThat(door.button("Log in")).isEnabled();
        }
        door.logIn(GUEST, "not the password either");
        door.sees("too many wrong passwords, locked for another");
        desk.go("Monitor");
        desk.go("User");
        assertThat(desk.find("user-table tr", GUEST)).containsText("Locked until");
        desk.go("Monitor");
    }

    private void export() {
        desk.go("History");
        desk.find("history-page #state").selectOption("closed");
        desk.find("history-page #side").selectOption("YES");
        assertThat(desk.find("history-page tbody span.no")).hasCount(0);
        assertThat(desk.find("history-page tbody span.yes").first()).isVisible();
        List<String> lines = desk.download("history-page a[download]").lines().toList();
        int shown = desk.find("history-page tbody tr").count();
        if (lines.size() != shown + 1) {
            throw new AssertionError("the file must hold the " + shown + " trades shown, held " + (lines.size() - 1));
        }
        lines.stream().skip(1).filter(line -> !line.contains("YES")).findFirst().ifPresent(line -> {
            throw new AssertionError("only trades of yes must be in the file, was " + line);
        });
    }

    private void loseLine() {
        desk.go("Monitor");
        desk.mark();
        SupervisedProcess screen = session.stack().find(ServiceSpec.MAIN_APP).orElseThrow();
        screen.kill();
        assertThat(desk.find("#offline")).isVisible();
        assertThat(desk.find("strike-table .buy:enabled")).hasCount(0);
        assertThat(desk.find("#offline"))
                .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(RESTART.toMillis()));
        assertThat(desk.find("strike-table .buy:enabled").first()).isVisible();
        if (!desk.isMarked()) {
            throw new AssertionError("the page must go on as it is, was loaded anew");
        }
    }
}
