package io.recio.domain.order;

/** The exchange's identifier of an order group, the limit it keeps even when our machines are gone (PRODUCT, section 8). */
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
