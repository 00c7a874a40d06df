package io.recio.domain.settings;

/** A setting lies outside its range; says which, what is allowed and what was found. */
public final class InvalidSetting extends IllegalArgumentException {

    private final String field;
    private final String range;
    private final String found;

    public InvalidSetting(String field, String range, Object found) {
        super(field + " must be " + range + ", was " + found);
        this.field = field;
        this.range = range;
        this.found = String.valueOf(found);
    }

    /**
     * Checks a number.
     *
     * @throws InvalidSetting when it lies outside the bounds, both included, or is no number
     */
    public static void requireBetween(String field, double least, double most, String unit, double found) {
        if (!(found >= least && found <= most)) {
            throw new InvalidSetting(field, "from " + plain(least) + " to " + plain(most) + " " + unit, plain(found));
        }
    }

    public String field() {
        return field;
    }

    public String range() {
        return range;
    }

    public String found() {
        return found;
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
