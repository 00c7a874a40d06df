package io.recio.domain.order;

/** An event contradicts what the order already is; the caller has a fault, or the record is damaged. */
public final class ForbiddenOrderEvent extends IllegalStateException {

    ForbiddenOrderEvent(ClientOrderId id, String message) {
        super("order " + id + " " + message);
    }
}
