package io.recio.kalshi.model;

/**
 * An item of one of the account's lists that could not be read.
 *
 * @param list as the exchange calls it, such as {@code fills}
 * @param id the item's own id as far as it tells one; empty when the whole list could not be read
 * @param reason what was expected and found
 */
public record UnreadableItem(String list, String id, String reason) {}
