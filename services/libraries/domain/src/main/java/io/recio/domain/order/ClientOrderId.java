package io.recio.domain.order;

import java.util.regex.Pattern;

/** Our own identifier of an order: installation prefix and UUIDv7, unique, never reused for another intent. */
public record ClientOrderId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_\\-]{1,64}");

    public ClientOrderId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "client order id must be 1 to 64 letters, digits, hyphens or underscores, was '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
