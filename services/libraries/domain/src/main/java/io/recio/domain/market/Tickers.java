package io.recio.domain.market;

import java.util.regex.Pattern;

/** What every ticker of the exchange has in common. */
final class Tickers {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9.\\-]{0,79}");

    private Tickers() {}

    static void check(String name, String value) {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    name + " must be 1 to 80 capitals, digits, dots or hyphens, was '" + value + "'");
        }
    }
}
