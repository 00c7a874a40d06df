package io.recio.domain.probability;

/** A chance between 0 and 1. Models compute it; it turns into cents only where a rule compares it with a price. */
public record Probability(double value) implements Comparable<Probability> {

    public Probability {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("probability must lie between 0 and 1, was " + value);
        }
    }

    public static Probability ofPercent(double percent) {
        return new Probability(percent / 100);
    }

    /** Of the opposite outcome. */
    public Probability complement() {
        return new Probability(1 - value);
    }

    /** From 0 to 100. */
    public double percent() {
        return value * 100;
    }

    public boolean isAtLeast(Probability other) {
        return value >= other.value;
    }

    public boolean isBelow(Probability other) {
        return value < other.value;
    }

    @Override
    public int compareTo(Probability other) {
        return Double.compare(value, other.value);
    }
}
