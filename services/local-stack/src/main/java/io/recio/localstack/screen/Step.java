package io.recio.localstack.screen;

/**
 * Something a person does at the screen, and what must be seen then.
 *
 * @param what in words for whoever watches
 * @param name of its picture
 * @param screen on which it is seen
 */
record Step(String what, String name, Screen screen, Act act) {

    /** Ends when everything was seen; throws as soon as it is certain that it will not be. */
    @FunctionalInterface
    interface Act {
        void perform() throws Exception;
    }
}
