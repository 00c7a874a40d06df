package io.recio.simulator.kalshi.admin;

import io.recio.domain.market.Side;
import io.recio.domain.money.Money;
import io.recio.domain.money.Quantity;
import io.recio.simulator.kalshi.exchange.Account;
import io.recio.simulator.kalshi.exchange.AccountFill;
import io.recio.simulator.kalshi.exchange.AccountOrder;
import io.recio.simulator.kalshi.exchange.Movement;
import io.recio.simulator.kalshi.exchange.Position;
import io.recio.simulator.kalshi.exchange.Settlement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Holds the account's records against each other: cash, orders, positions and settlements must tell one story. */
final class SelfCheck {

    private final Account account;
    private final List<String> differences = new ArrayList<>();

    private SelfCheck(Account account) {
        this.account = account;
    }

    /** What does not fit together, in words; nothing when all does. */
    static List<String> differences(Account account) {
        SelfCheck check = new SelfCheck(account);
        check.cash();
        check.orders();
        check.positions();
        return check.differences;
    }

    private void cash() {
        account.cash()
                .forEach((shard, cash) ->
                        expect("cash of shard " + shard, moved(movement -> movement.shard() == shard), cash));
        Money traded = sum(account.fills().stream(), fill -> fill.revenue().minus(fill.fee()));
        expect("cash moved by fills", traded, moved(movement -> movement.kind() == Movement.Kind.FILL));
        Money settled = sum(account.settlements().stream(), Settlement::revenue);
        expect("cash moved by settlements", settled, moved(movement -> movement.kind() == Movement.Kind.SETTLEMENT));
        expect("cash moved by transfers", Money.ZERO, moved(movement -> movement.kind() == Movement.Kind.TRANSFER));
    }

    private void orders() {
        for (AccountOrder order : account.orders()) {
            List<AccountFill> fills = account.fills().stream()
                    .filter(fill -> fill.order() == order)
                    .toList();
            Quantity filled = fills.stream().map(AccountFill::quantity).reduce(Quantity.ZERO, Quantity::plus);
            expect("filled of order " + order.id(), filled, order.filled());
            expect(
                    "fees of order " + order.id(),
                    sum(fills.stream(), AccountFill::fee),
                    order.takerFees().plus(order.makerFees()));
        }
    }

    private void positions() {
        for (Position position : account.positions()) {
            List<AccountFill> fills = account.fills().stream()
                    .filter(fill -> fill.market() == position.market())
                    .toList();
            String name = position.market().ticker().value();
            long held = fills.stream().mapToLong(SelfCheck::signed).sum();
            expect("position of " + name, position.isSettled() ? 0L : held, position.units());
            expect("fees of " + name, sum(fills.stream(), AccountFill::fee), position.fees());
            Money earned = sum(fills.stream(), AccountFill::revenue)
                    .plus(sum(
                            account.settlements().stream()
                                    .filter(settlement -> settlement.market() == position.market()),
                            Settlement::revenue))
                    .plus(position.cost());
            expect("realised profit of " + name, earned, position.realized());
        }
    }

    private Money moved(Predicate<Movement> kind) {
        return sum(account.movements().stream().filter(kind), Movement::amount);
    }

    private static <T> Money sum(Stream<T> items, Function<T, Money> part) {
        return items.map(part).reduce(Money.ZERO, Money::plus);
    }

    private static long signed(AccountFill fill) {
        return fill.side() == Side.YES
                ? fill.quantity().units()
                : -fill.quantity().units();
    }

    private void expect(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            differences.add(what + " must be " + expected + ", was " + found);
        }
    }
}
