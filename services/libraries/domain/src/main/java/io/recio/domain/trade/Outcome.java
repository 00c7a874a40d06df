package io.recio.domain.trade;

/** What a closed trade came to, by the sign of its PnL. */
public enum Outcome {
    WIN("W"),
    LOSS("L"),
    DRAW("D");

    private final String letter;

    Outcome(String letter) {
        this.letter = letter;
    }

    /** As shown and stored: W, L or D. */
    public String letter() {
        return letter;
    }
}
