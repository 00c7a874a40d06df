package io.recio.storage.system;

/** Which exchanges we talk to (DESIGN, section 6). Stored and configured by {@link #text()}. */
public enum Mode {
    SIMULATED("simulated"),
    PAPER("paper"),
    KALSHI_DEMO("kalshi-demo"),
    LIVE("live");

    private final String text;

    Mode(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    public static Mode of(String text) {
        for (Mode mode : values()) {
            if (mode.text.equals(text)) {
                return mode;
            }
        }
        throw new IllegalArgumentException("mode must be simulated, paper, kalshi-demo or live, was '" + text + "'");
    }
}
