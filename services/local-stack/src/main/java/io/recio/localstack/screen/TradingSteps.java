package io.recio.localstack.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** Trades from entry to end: by hand on desktop and phone, and by the machine until its settlement is history. */
final class TradingSteps {

    /** Of business time: a whole hour and its settlement. */
    private static final Duration AN_HOUR_AND_ITS_SETTLEMENT = Duration.ofMinutes(65);

    /** For a busy machine. */
    private static final Duration ROOM = Duration.ofMinutes(1);

    /** What an hour must still have, so that a trade by hand is over before it. */
    private static final Pattern HALF_AN_HOUR_LEFT = Pattern.compile("[3-6][0-9]:[0-9]{2}");

    private static final Pattern PNL = Pattern.compile("[+−]?\\$[0-9,]+\\.[0-9]{2}");
    private static final int TRIES = 3;
    private static final String STRATEGY = "Hourly HTC";

    private final Screen desk;
    private final Screen phone;
    private final Duration anHourAndMore;

    /** Symbol, side and strike, as the screen says them. */
    private String machineTrade = "";

    /** @param speed business seconds per real second */
    TradingSteps(Screen desk, Screen phone, int speed) {
        this.desk = desk;
        this.phone = phone;
        this.anHourAndMore = AN_HOUR_AND_ITS_SETTLEMENT.dividedBy(speed).plus(ROOM);
    }

    List<Step> byHand() {
        return List.of(
                new Step("by hand: two contracts bought and closed", "by-hand", desk, () -> buyAndClose(desk)),
                new Step("the same on a phone", "by-hand-phone", phone, () -> buyAndClose(phone)));
    }

    List<Step> byTheMachine() {
        return List.of(
                new Step("auto entry on: the machine opens a trade", "auto-entry", desk, this::entersByItself),
                new Step("the hour settles: the trade is history, with its PnL", "history", desk, this::settles),
                new Step("its story: decision, order, fill, settlement", "story", desk, this::tellsItsStory));
    }

    private void buyAndClose(Screen screen) {
        assertThat(screen.find("#ttc")).hasText(HALF_AN_HOUR_LEFT, within(anHourAndMore));
        Locator trade = bought(screen);
        close(screen, trade.locator(".act button"));
        assertThat(screen.find("active-trades [data-trade]")).hasCount(0);
        assertThat(screen.find("recent-trades tbody tr").first()).containsText(PNL);
    }

    /** On a busy machine the second click may come when Close no longer waits for it; a person then clicks again. */
    private static void close(Screen screen, Locator close) {
        Locator placed = screen.find("toast-list .notice", "Close placed");
        Locator sure = close.filter(new Locator.FilterOptions().setHasText("Confirm"));
        for (int i = 1; i <= TRIES; i++) {
            close.click();
            assertThat(sure.or(placed).first()).isVisible();
            if (placed.isVisible()) {
                return;
            }
            close.click();
            assertThat(placed.or(close.filter(
                                    new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*Close\\s*$"))))
                            .first())
                    .isVisible();
            if (placed.isVisible()) {
                return;
            }
        }
        throw new AssertionError("Close was not confirmed in " + TRIES + " tries");
    }

    /** An order may come too late for the price it was meant for, the first of a cold start at this speed; a person then tries again. */
    private static Locator bought(Screen screen) {
        Locator trade = screen.find("active-trades [data-trade]", "Open");
        Locator missed = screen.find("recent-trades tbody tr", "Missed");
        for (int i = 1; i <= TRIES; i++) {
            int before = missed.count();
            buy(screen);
            assertThat(trade.or(missed.nth(before)).first()).isVisible();
            if (trade.count() == 1) {
                return trade;
            }
        }
        throw new AssertionError("the order came too late " + TRIES + " times");
    }

    /** A price that ran away is a denial; a person then asks again. */
    private static void buy(Screen screen) {
        screen.chooseInTheMoney();
        screen.find("trade-dialog #quantity").fill("2");
        screen.find("trade-dialog #cap").fill("99");
        Locator placed = screen.find("toast-list .notice", "Placed: 2 YES above");
        Locator denied = screen.find("trade-dialog #outcome");
        for (int i = 1; i <= TRIES; i++) {
            screen.find("trade-dialog #confirm").click();
            assertThat(placed.or(denied)
                            .filter(new Locator.FilterOptions().setVisible(true))
                            .first())
                    .isVisible();
            if (placed.isVisible()) {
                return;
            }
        }
        throw new AssertionError("not placed in " + TRIES + " tries, at last: " + denied.textContent());
    }

    private void entersByItself() {
        Locator on = desk.find("#auto-entry");
        on.click();
        assertThat(on).hasAttribute("aria-checked", "true");
        Locator trade = desk.find("active-trades [data-trade]", STRATEGY)
                .filter(new Locator.FilterOptions().setHasText("Open"))
                .first();
        assertThat(trade).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(anHourAndMore.toMillis()));
        machineTrade = trade.locator("button.link").innerText().strip();
        on.click();
        assertThat(on).hasAttribute("aria-checked", "false");
    }

    private void settles() {
        desk.go("History");
        desk.find("history-page #state").selectOption("closed");
        Locator row = rowOfTheMachine();
        assertThat(row.locator("td").nth(1)).hasText(Pattern.compile("[WLD]"), within(anHourAndMore));
        assertThat(row.locator("td").nth(2)).hasText(PNL);
    }

    private void tellsItsStory() {
        rowOfTheMachine().locator("button.link").click();
        for (String kind : List.of("Decision", "Order", "Fill", "Settlement")) {
            assertThat(desk.find("trade-story li", kind).first()).isVisible();
        }
    }

    private Locator rowOfTheMachine() {
        return desk.find("history-page tbody tr", machineTrade)
                .filter(new Locator.FilterOptions().setHasText(STRATEGY))
                .first();
    }

    private static LocatorAssertions.HasTextOptions within(Duration limit) {
        return new LocatorAssertions.HasTextOptions().setTimeout(limit.toMillis());
    }
}
