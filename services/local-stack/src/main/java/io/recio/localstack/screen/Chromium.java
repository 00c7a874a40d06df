package io.recio.localstack.screen;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.recio.localstack.refusal.Refused;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The system's Chromium, driven by Playwright. Not safe for several threads. */
final class Chromium implements AutoCloseable {

    /** How long anything may take to be seen. Waiting ends with the event, so only a failure takes this long. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** @throws Refused when there is no Chromium */
    static Chromium start() {
        Path program = Path.of(System.getenv().getOrDefault("RECIO_TEST_CHROMIUM", "/usr/bin/chromium"));
        if (!Files.isExecutable(program)) {
            throw new Refused("needs Chromium at " + program + "; RECIO_TEST_CHROMIUM names another path");
        }
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        try {
            return new Chromium(
                    playwright,
                    playwright
                            .chromium()
                            .launch(new BrowserType.LaunchOptions()
                                    .setExecutablePath(program)
                                    .setArgs(List.of(
                                            "--no-sandbox", "--disable-gpu", "--disable-background-networking"))));
        } catch (RuntimeException e) {
            playwright.close();
            throw e;
        }
    }

    /** A window of that size with cookies of its own. Nothing glides in it: at speed 60 a row would never stand still. */
    Screen open(URI address, int width, int height, ColorScheme scheme) {
        boolean phone = width < 500;
        return new Screen(
                browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setColorScheme(scheme)
                        .setHasTouch(phone)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setDeviceScaleFactor(phone ? 2 : 1)),
                address);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
