package io.recio.localstack.screen;

import java.util.List;

/**
 * Something a person does at the screen, and what must be seen then.
 *
 * @param what in words for whoever watches
 * @param name of its picture
 * @param windows in which it is seen; the picture is of the first
 */
record Step(String what, String name, List<Screen> windows, Act act) {

    Step(String what, String name, Screen window, Act act) {
        this(what, name, List.of(window), act);
    }

    /** Ends when everything was seen; throws as soon as it is certain that it will not be. */
    @FunctionalInterface
    interface Act {
        void perform() throws Exception;
    }

    Screen screen() {
        return windows.getFirst();
    }
}
