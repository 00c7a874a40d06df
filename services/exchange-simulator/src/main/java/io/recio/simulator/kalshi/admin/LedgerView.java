package io.recio.simulator.kalshi.admin;

import io.recio.domain.money.Decimals;
import io.recio.domain.money.Quantity;
import io.recio.simulator.kalshi.exchange.Account;
import io.recio.simulator.kalshi.exchange.AccountFill;
import io.recio.simulator.kalshi.exchange.AccountOrder;
import io.recio.simulator.kalshi.exchange.Movement;
import io.recio.simulator.kalshi.exchange.Position;
import io.recio.simulator.kalshi.exchange.Settlement;
import io.recio.simulator.kalshi.wire.WireText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All the exchange knows of the account. Money in dollars with six decimals, quantities with two.
 *
 * @param orders in the order of arrival, several under one client order id when it was used again
 * @param differences what the self-check found, nothing when all records fit together
 */
record LedgerView(
        Map<String, String> cashByShard,
        List<Order> orders,
        List<Holding> positions,
        List<Entry> movements,
        List<Payout> settlements,
        boolean consistent,
        List<String> differences) {

    /** An order with its fills. */
    record Order(
            String clientOrderId,
            String orderId,
            String ticker,
            String bookSide,
            String status,
            String yesPriceDollars,
            String initialCount,
            String filledCount,
            String remainingCount,
            String feesDollars,
            String createdAt,
            List<Execution> fills) {}

    /** A fill. */
    record Execution(
            String tradeId,
            String yesPriceDollars,
            String count,
            boolean taker,
            String revenueDollars,
            String feeDollars,
            String positionAfter,
            String at) {

        static Execution of(AccountFill fill) {
            return new Execution(
                    fill.tradeId(),
                    fill.yesPrice().toString(),
                    fill.quantity().toString(),
                    fill.taker(),
                    fill.revenue().toString(),
                    fill.fee().toString(),
                    Decimals.format(fill.positionAfter(), Quantity.SCALE),
                    WireText.time(fill.at()));
        }
    }

    /** A position; negative is no. */
    record Holding(
            String ticker,
            String count,
            String costDollars,
            String realizedDollars,
            String feesDollars,
            boolean settled) {

        static Holding of(Position position) {
            return new Holding(
                    position.market().ticker().value(),
                    Decimals.format(position.units(), Quantity.SCALE),
                    position.cost().toString(),
                    position.realized().toString(),
                    position.fees().toString(),
                    position.isSettled());
        }
    }

    /** A movement of cash. */
    record Entry(String kind, int shard, String amountDollars, String reference, String at) {

        static Entry of(Movement movement) {
            return new Entry(
                    movement.kind().name().toLowerCase(Locale.ROOT),
                    movement.shard(),
                    movement.amount().toString(),
                    movement.reference(),
                    WireText.time(movement.at()));
        }
    }

    /** A settlement. */
    record Payout(
            String ticker,
            String result,
            String heldYes,
            String heldNo,
            String costDollars,
            String revenueDollars,
            String feesDollars,
            String at) {

        static Payout of(Settlement settlement) {
            return new Payout(
                    settlement.market().ticker().value(),
                    WireText.outcome(settlement.result()),
                    settlement.heldYes().toString(),
                    settlement.heldNo().toString(),
                    settlement.cost().toString(),
                    settlement.revenue().toString(),
                    settlement.fees().toString(),
                    WireText.time(settlement.at()));
        }
    }

    static LedgerView of(Account account) {
        Map<String, String> cash = new TreeMap<>();
        account.cash().forEach((shard, money) -> cash.put(shard.toString(), money.toString()));
        Map<AccountOrder, List<AccountFill>> fills =
                account.fills().stream().collect(Collectors.groupingBy(AccountFill::order));
        List<String> differences = SelfCheck.differences(account);
        return new LedgerView(
                cash,
                account.orders().stream()
                        .map(order -> order(order, fills.getOrDefault(order, List.of())))
                        .toList(),
                account.positions().stream().map(Holding::of).toList(),
                account.movements().stream().map(Entry::of).toList(),
                account.settlements().stream().map(Payout::of).toList(),
                differences.isEmpty(),
                differences);
    }

    private static Order order(AccountOrder order, List<AccountFill> fills) {
        return new Order(
                order.clientOrderId(),
                order.id(),
                order.market().ticker().value(),
                WireText.bookSide(order.side()),
                order.status().name().toLowerCase(Locale.ROOT),
                order.yesPrice().toString(),
                order.initial().toString(),
                order.filled().toString(),
                order.remaining().toString(),
                order.takerFees().plus(order.makerFees()).toString(),
                WireText.time(order.createdAt()),
                fills.stream().map(Execution::of).toList());
    }
}
