package io.recio.tradeexecutor.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.money.Money;
import io.recio.domain.time.BusinessTime;
import io.recio.kalshi.model.AccountBalance;
import io.recio.kalshi.model.AccountBalance.ShardBalance;
import io.recio.kalshi.model.ApiKeyDetails;
import io.recio.tradeexecutor.exchange.AccountProof.Seen;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountProofTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final ApiKeyDetails TRADES = key("ours", Set.of("read", "write::trade"), Optional.empty());
    private static final ApiKeyDetails OTHER = key("other", Set.of("read", "write"), Optional.empty());
    private static final AccountBalance BY_SHARD = balance(List.of(new ShardBalance(2, Money.of("500"))));

    @Test
    void provesAnAccountThatIsAsItMustBe() {
        assertThat(objection(seen(List.of(OTHER, TRADES), BY_SHARD, "user-1", "user-1", Duration.ofMillis(-1000))))
                .isEmpty();
    }

    @Test
    void provesAnAccountThatHasNoOrderYet() {
        assertThat(objection(seen(List.of(TRADES), BY_SHARD, null, null, Duration.ZERO)))
                .isEmpty();
        assertThat(objection(seen(List.of(TRADES), BY_SHARD, null, "user-1", Duration.ZERO)))
                .isEmpty();
        assertThat(objection(seen(List.of(TRADES), BY_SHARD, "user-1", null, Duration.ZERO)))
                .isEmpty();
    }

    @Test
    void refusesAKeyTheAccountDoesNotList() {
        assertThat(objection(seen(List.of(OTHER), BY_SHARD, null, null, Duration.ZERO)))
                .contains("KEY_UNKNOWN: the account must list our key, lists 1 others");
    }

    @Test
    void refusesAKeyThatMayOnlyRead() {
        ApiKeyDetails reads = key("ours", Set.of("read", "write::transfer"), Optional.empty());
        assertThat(objection(seen(List.of(reads), BY_SHARD, null, null, Duration.ZERO)))
                .contains("KEY_MAY_NOT_TRADE: our key must have the scope write or write::trade, has [read,"
                        + " write::transfer]");
    }

    @Test
    void refusesAKeyOfASubaccount() {
        ApiKeyDetails bound = key("ours", Set.of("read", "write"), Optional.of(3));
        assertThat(objection(seen(List.of(bound), BY_SHARD, null, null, Duration.ZERO)))
                .contains("KEY_BOUND_TO_SUBACCOUNT: our key must reach the whole account, is bound to subaccount 3");
    }

    @Test
    void refusesTheAccountOfAnotherUser() {
        assertThat(objection(seen(List.of(TRADES), BY_SHARD, "user-2", "user-1", Duration.ZERO)))
                .contains("OTHER_ACCOUNT: the account must be that of user user-1, is that of user-2");
    }

    @Test
    void refusesABalanceThatIsNotToldByShard() {
        assertThat(objection(seen(List.of(TRADES), balance(List.of()), null, null, Duration.ZERO)))
                .contains("NO_SHARD_BALANCE: the balance must be told by shard, was told in one sum");
    }

    @Test
    void refusesAClockThatIsOffByMoreThanASecondEitherWay() {
        assertThat(objection(seen(List.of(TRADES), BY_SHARD, null, null, Duration.ofMillis(1001))))
                .contains("CLOCK_SKEW: clock must agree with the exchange's within 1000 ms, was off by 1001 ms");
        assertThat(objection(seen(List.of(TRADES), BY_SHARD, null, null, Duration.ofMillis(-1001))))
                .contains("CLOCK_SKEW: clock must agree with the exchange's within 1000 ms, was off by -1001 ms");
    }

    private static Optional<String> objection(Seen seen) {
        return AccountProof.objection(seen, SECOND);
    }

    private static Seen seen(
            List<ApiKeyDetails> keys, AccountBalance balance, String userId, String knownUserId, Duration skew) {
        return new Seen(
                Optional.of("ours"),
                keys,
                balance,
                Optional.ofNullable(userId),
                Optional.ofNullable(knownUserId),
                skew);
    }

    private static ApiKeyDetails key(String id, Set<String> scopes, Optional<Integer> subaccount) {
        return new ApiKeyDetails(id, "", scopes, subaccount);
    }

    private static AccountBalance balance(List<ShardBalance> shards) {
        return new AccountBalance(Money.of("500"), Money.ZERO, shards, BusinessTime.parse("2026-11-22T17:00:00Z"));
    }
}
