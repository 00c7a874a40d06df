package io.recio.coinbase;

import java.util.regex.Pattern;

/** A product of the exchange, such as {@code BTC-USD}: what is traded and in which currency. */
public record ProductId(String value) implements Comparable<ProductId> {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{1,12}-[A-Z0-9]{2,8}");

    public ProductId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("product must look like BTC-USD, was '" + value + "'");
        }
    }

    @Override
    public int compareTo(ProductId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
