package io.recio.domain.order;

/** The exchange's identifier of one fill ({@code trade_id}); the key by which fills are deduplicated. */
public record FillId(String value) {

    public FillId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("fill id must not be blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
