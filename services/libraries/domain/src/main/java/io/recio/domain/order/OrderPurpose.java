package io.recio.domain.order;

/** What an order does to its trade. */
public enum OrderPurpose {
    ENTRY,
    CLOSE
}
