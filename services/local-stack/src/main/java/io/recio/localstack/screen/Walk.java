package io.recio.localstack.screen;

import com.microsoft.playwright.PlaywrightException;
import io.recio.localstack.stack.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Goes one step after the other, and no further than the first that fails. */
final class Walk {

    private final List<Step> steps;
    private final Path pictures;
    private final Progress out;

    /** @param pictures where a picture of each step is left */
    Walk(List<Step> steps, Path pictures, Progress out) {
        this.steps = steps;
        this.pictures = pictures;
        this.out = out;
    }

    /** @return whether everything was seen, and no script of the page failed meanwhile */
    boolean go() throws Exception {
        for (int i = 0; i < steps.size(); i++) {
            if (!go(i + 1, steps.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean go(int number, Step step) throws Exception {
        String place = String.format(Locale.ROOT, "%2d/%d  ", number, steps.size());
        Path picture = pictures.resolve(String.format(Locale.ROOT, "%02d-%s.png", number, step.name()));
        long began = System.nanoTime();
        show(step.windows());
        try {
            step.act().perform();
        } catch (AssertionError | PlaywrightException e) {
            out.step(place + "FAILED  " + step.what());
            out.step(String.valueOf(e.getMessage()).strip().indent(8).stripTrailing());
            step.screen().picture(picture);
            out.step("        what the screen showed: " + picture);
            return false;
        }
        step.screen().picture(picture);
        List<String> errors = step.screen().errors();
        if (!errors.isEmpty()) {
            out.step(place + "FAILED  " + step.what() + ": a script of the page failed: " + errors.getFirst());
            return false;
        }
        out.step(place + step.what() + String.format(Locale.ROOT, "  (%.1f s)", (System.nanoTime() - began) / 1e9));
        return true;
    }

    /** Windows nobody looks at would take the processors from the others. */
    private void show(List<Screen> windows) {
        for (Step each : steps) {
            each.windows().stream().filter(window -> !windows.contains(window)).forEach(Screen::rest);
        }
        windows.forEach(Screen::wake);
    }
}
