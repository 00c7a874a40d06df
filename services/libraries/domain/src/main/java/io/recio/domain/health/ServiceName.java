package io.recio.domain.health;

import java.util.regex.Pattern;

/** A service as deployed, such as {@code trade-manager} or {@code symbol-price-watchdog-btc}. */
public record ServiceName(String value) implements Comparable<ServiceName> {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    public ServiceName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "service name must be 1 to 63 lower-case letters, digits or hyphens, was '" + value + "'");
        }
    }

    @Override
    public int compareTo(ServiceName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
