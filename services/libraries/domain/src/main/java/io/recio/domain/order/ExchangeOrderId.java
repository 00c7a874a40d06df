package io.recio.domain.order;

/** The exchange's identifier of an order ({@code order_id}). */
public record ExchangeOrderId(String value) {

    public ExchangeOrderId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("exchange order id must not be blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
