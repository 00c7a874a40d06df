package io.recio.domain.price;

import java.util.Locale;
import java.util.regex.Pattern;

/** An underlying we watch, such as BTC. Which product, series and index it stands for is configuration. */
public record Symbol(String value) implements Comparable<Symbol> {

    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9]{1,9}");

    public static final Symbol BTC = new Symbol("BTC");
    public static final Symbol ETH = new Symbol("ETH");

    public Symbol {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("symbol must be 2 to 10 capitals or digits, was '" + value + "'");
        }
    }

    public static Symbol of(String text) {
        return new Symbol(text.toUpperCase(Locale.ROOT));
    }

    /** As it stands in names of tables, files and services: {@code btc}. */
    public String lowerCase() {
        return value.toLowerCase(Locale.ROOT);
    }

    @Override
    public int compareTo(Symbol other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
