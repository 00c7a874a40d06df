package io.recio.storage.system;

/**
 * Who we are: one installation runs one mode and one account.
 *
 * @param prefix begins every client order id
 */
public record Installation(String prefix, Mode mode, String account) {}
