package io.recio.simulator.kalshi.exchange;

import io.recio.domain.money.Money;
import io.recio.domain.time.BusinessTime;
import io.recio.simulator.kalshi.exchange.AccountOrder.Reason;
import io.recio.simulator.kalshi.exchange.Refusal.Code;
import java.util.Optional;

/** Moves the account's cash, other than by trading. Used under the lock of the exchange. */
public final class AccountDesk {

    private final Account account;
    private final Matcher matcher;
    private final OrderGroups groups;
    private final Ids ids;

    AccountDesk(Account account, Matcher matcher, OrderGroups groups, Ids ids) {
        this.account = account;
        this.matcher = matcher;
        this.groups = groups;
        this.ids = ids;
    }

    /**
     * Opens the account anew with nothing but that cash: resting orders are cancelled, and orders, fills, positions,
     * settlements, movements and order groups are forgotten. The markets go on.
     */
    public void openAnew(int shard, Money cash, BusinessTime now) {
        account.restingOrders().forEach(order -> matcher.cancel(order, Reason.CANCEL, now));
        account.reset(shard, cash, now);
        groups.clear();
    }

    /** Brings the cash of a shard to that amount by a deposit or a withdrawal. */
    public void bringTo(int shard, Money amount, BusinessTime now) {
        Money missing = amount.minus(account.cash(shard));
        if (!missing.isZero()) {
            account.deposit(shard, missing, now);
        }
    }

    /** Why the transfer cannot be made, if so. */
    public Optional<Refusal> transferRefusal(int fromShard, int toShard, Money amount) {
        if (fromShard == toShard || !amount.isPositive()) {
            return Optional.of(Refusal.of(
                    Code.INVALID_PARAMETERS, "transfer must move a positive amount between two exchange indexes"));
        }
        return amount.isAbove(account.available(fromShard))
                ? Optional.of(Refusal.of(
                        Code.INSUFFICIENT_BALANCE,
                        "transfer of %s needs more than the %s available on exchange index %s",
                        amount,
                        account.available(fromShard),
                        fromShard))
                : Optional.empty();
    }

    /** Moves cash that is available; the same id again moves nothing. */
    public Transfer transfer(Optional<String> id, int fromShard, int toShard, Money amount, BusinessTime now) {
        String transferId = id.orElseGet(ids::next);
        return account.transfers().stream()
                .filter(known -> known.id().equals(transferId))
                .findFirst()
                .orElseGet(() -> {
                    Transfer transfer = new Transfer(transferId, fromShard, toShard, amount, now);
                    account.transfer(transfer);
                    return transfer;
                });
    }
}
