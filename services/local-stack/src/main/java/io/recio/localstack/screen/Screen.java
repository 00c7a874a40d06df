package io.recio.localstack.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One window, at rest at first, and the words to speak of what is in it. */
final class Screen {

    /** For what may vanish under the fingers, ms; then it is looked for anew. */
    private static final double A_MOMENT = 2_000;

    private static final int TRIES = 30;

    private final URI address;
    private final Page page;
    private final List<String> errors = new ArrayList<>();
    private boolean awake;

    Screen(BrowserContext context, URI address) {
        context.setDefaultTimeout(Chromium.PATIENCE.toMillis());
        this.address = address;
        this.page = context.newPage();
        page.onPageError(errors::add);
    }

    /** Shows nothing, so that the processors belong to the other windows. */
    void rest() {
        if (awake) {
            page.navigate("about:blank");
            awake = false;
        }
    }

    /** Opens the page if it rests; who was logged in still is. */
    void wake() {
        if (!awake) {
            page.navigate(address.toString());
            awake = true;
        }
    }

    void logIn(String name, String password) {
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password").fill(password);
        press("Log in");
    }

    /** To one of the six pages; a dialog that is open is left first. */
    void go(String title) {
        page.keyboard().press("Escape");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(title).setExact(true))
                .click();
    }

    void press(String button) {
        button(button).click();
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** By CSS, through the shadow roots. */
    Locator find(String selector) {
        return page.locator(selector);
    }

    /**
     * Chooses a YES well in the money, so that no stop ends it at once, with the keyboard: at speed 60 the rows move faster
     * than a pointer, and what is chosen may be gone at that moment.
     */
    void chooseInTheMoney() {
        Locator choices = find("strike-table .buy.in.YES:enabled");
        Locator dialog = find("trade-dialog dialog[open]");
        for (int i = 0; dialog.count() == 0; i++) {
            if (i == TRIES) {
                throw new AssertionError(
                        "a choice in the strike table must open the trade dialog, did not in " + i + " tries");
            }
            try {
                choices.nth(choices.count() / 2).press("Enter", new Locator.PressOptions().setTimeout(A_MOMENT));
            } catch (TimeoutError e) {
                assertThat(choices.first()).isVisible();
            }
        }
    }

    /** Elements of which a text is part. */
    Locator find(String selector, String text) {
        return page.locator(selector, new Page.LocatorOptions().setHasText(text));
    }

    void sees(String text) {
        assertThat(page.getByText(text).first()).isVisible();
    }

    void seesNoMore(String text) {
        assertThat(page.getByText(text)).hasCount(0);
    }

    /** What the page would like to have, in its own pixels. */
    int contentWidth() {
        return (Integer) page.evaluate("document.documentElement.scrollWidth");
    }

    /** The text file behind a link. */
    String download(String link) {
        Path file = page.waitForDownload(() -> find(link).click()).path();
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves something that a reload would take away. */
    void mark() {
        page.evaluate("() => { window.walked = true; }");
    }

    boolean isMarked() {
        return (Boolean) page.evaluate("() => window.walked === true");
    }

    /** Uncaught errors of the page's scripts. */
    List<String> errors() {
        return List.copyOf(errors);
    }

    void picture(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }
}
