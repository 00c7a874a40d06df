package io.recio.kalshi.model;

import java.util.Optional;
import java.util.Set;

/**
 * One of the account's API keys.
 *
 * @param scopes such as {@code read}, {@code write}, {@code write::trade}
 * @param subaccount present when the key is locked to it
 */
public record ApiKeyDetails(String id, String name, Set<String> scopes, Optional<Integer> subaccount) {

    public ApiKeyDetails {
        scopes = Set.copyOf(scopes);
    }

    public boolean mayTrade() {
        return scopes.contains("write") || scopes.contains("write::trade");
    }
}
