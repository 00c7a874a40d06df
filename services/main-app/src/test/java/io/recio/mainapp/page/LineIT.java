package io.recio.mainapp.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A feed that breaks off or loses a message, as the page lives through it. */
@QuarkusTest
class LineIT extends CockpitBrowser {

    /** Lets the test close the page's WebSocket, keep it from coming back, and swallow one message that is no beat. */
    private static final String SABOTAGE = """
            (() => {
              const Own = WebSocket;
              window.sockets = [];
              window.WebSocket = class extends Own {
                constructor(...all) {
                  super(...(window.lineCut ? ['ws://' + location.host + '/ws/v1/nowhere'] : all));
                  window.sockets.push(this);
                }
                set onmessage(handler) {
                  super.onmessage = (event) => {
                    if (window.swallow && event.data.includes('"type":"' + window.swallow + '"')) {
                      window.swallow = undefined;
                      window.swallowed = true;
                      return;
                    }
                    handler(event);
                  };
                }
              };
            })()""";

    @BeforeEach
    void aPageWhoseLineCanBeHurt() {
        context.close();
        open(1440, 900, ColorScheme.DARK, SABOTAGE);
        logIn();
        assertThat(page.locator("#price")).hasText("$118,082.01");
    }

    @Test
    void resumesAfterALostLineWithEverythingThatHappenedMeanwhile() {
        page.evaluate("() => { window.lineCut = true; window.sockets.at(-1).close(); }");
        assertThat(page.locator("#offline")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(3_000));
        assertThat(page.locator("strike-table .buy:enabled")).hasCount(0);
        rows.price("BTC", "118099.99", 0.2, "live");
        UUID meanwhile = rows.trade("BTC", 118250, "NO", "open", null);
        page.evaluate("() => { window.lineCut = false; }");
        assertThat(page.locator("#offline")).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(15_000));
        assertThat(page.locator("#price")).hasText("$118,099.99");
        assertThat(page.locator("active-trades [data-trade='" + meanwhile + "']"))
                .isVisible();
        complaints.removeIf(text -> text.contains("/ws/v1/nowhere"));
    }

    @Test
    void asksForEverythingAnewWhenAMessageIsMissing() {
        page.evaluate("() => { window.swallow = 'prices'; }");
        rows.price("BTC", "118111.11", 0.2, "live");
        assertThat(page.locator("#price")).hasText("$118,111.11");
        assertThat((Boolean) page.evaluate("window.swallowed")).isTrue();
    }
}
