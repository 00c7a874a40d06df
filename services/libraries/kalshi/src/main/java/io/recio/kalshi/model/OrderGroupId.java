package io.recio.kalshi.model;

/** The exchange's identifier of an order group. */
public record OrderGroupId(String value) {

    public OrderGroupId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("order group id must not be blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
