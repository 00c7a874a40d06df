package io.recio.tradeexecutor.exchange;

import io.recio.kalshi.model.AccountBalance;
import io.recio.kalshi.model.ApiKeyDetails;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What must hold of key, account and clock before an order is sent (DESIGN, section 8); pure. */
final class AccountProof {

    private AccountProof() {}

    /**
     * The account as the exchange shows it to our key.
     *
     * @param keyId of the key in use; empty when none is configured
     * @param keys all keys of the account
     * @param userId whose account it is; empty while it has no order
     * @param knownUserId whose account this installation has traded so far; empty before that is known
     * @param clockSkew how far our clock is surely off the exchange's
     */
    record Seen(
            Optional<String> keyId,
            List<ApiKeyDetails> keys,
            AccountBalance balance,
            Optional<String> userId,
            Optional<String> knownUserId,
            Duration clockSkew) {

        Seen {
            keys = List.copyOf(keys);
        }
    }

    /** The first thing that is not as it must be, a stable code first. */
    static Optional<String> objection(Seen seen, Duration clockSkewLimit) {
        Optional<ApiKeyDetails> key = seen.keys().stream()
                .filter(each -> seen.keyId().filter(each.id()::equals).isPresent())
                .findFirst();
        if (key.isEmpty()) {
            return Optional.of("KEY_UNKNOWN: the account must list our key, lists "
                    + seen.keys().size() + " others");
        }
        if (!key.get().mayTrade()) {
            return Optional.of("KEY_MAY_NOT_TRADE: our key must have the scope write or write::trade, has "
                    + key.get().scopes().stream().sorted().toList());
        }
        if (key.get().subaccount().isPresent()) {
            return Optional.of("KEY_BOUND_TO_SUBACCOUNT: our key must reach the whole account, is bound to subaccount "
                    + key.get().subaccount().get());
        }
        if (seen.userId().isPresent()
                && seen.knownUserId().isPresent()
                && !seen.userId().equals(seen.knownUserId())) {
            return Optional.of("OTHER_ACCOUNT: the account must be that of user "
                    + seen.knownUserId().get() + ", is that of "
                    + seen.userId().get());
        }
        if (seen.balance().shards().isEmpty()) {
            return Optional.of("NO_SHARD_BALANCE: the balance must be told by shard, was told in one sum");
        }
        if (seen.clockSkew().abs().compareTo(clockSkewLimit) > 0) {
            return Optional.of("CLOCK_SKEW: clock must agree with the exchange's within " + clockSkewLimit.toMillis()
                    + " ms, was off by " + seen.clockSkew().toMillis() + " ms");
        }
        return Optional.empty();
    }
}
