package io.recio.localstack.chaos.check;

import io.recio.localstack.chaos.check.ExchangeBooks.Execution;
import io.recio.localstack.chaos.check.OurBooks.Attached;
import io.recio.localstack.chaos.check.OurBooks.Fill;
import io.recio.localstack.chaos.check.OurBooks.Intent;
import io.recio.localstack.chaos.check.OurBooks.Trade;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds every rule that does not hold between the two books. Pure. */
public final class Checker {

    private static final Set<String> ENDED = Set.of("closed", "denied", "rejected", "missed");
    private static final Set<String> AT_THE_EXCHANGE = Set.of("EXECUTED", "CANCELED");

    private final OurBooks ours;
    private final ExchangeBooks theirs;
    private final ClaimCheck claims;
    private final Map<String, Intent> intents;
    private final Map<String, List<ExchangeBooks.Order>> orders;
    private final List<Violation> violations = new ArrayList<>();

    private Checker(OurBooks ours, ExchangeBooks theirs, SpeedyClock clock) {
        this.ours = ours;
        this.theirs = theirs;
        this.claims = new ClaimCheck(ours, theirs, clock);
        this.intents = ours.intents().stream().collect(Collectors.toMap(Intent::clientOrderId, Function.identity()));
        this.orders = theirs.orders().stream().collect(Collectors.groupingBy(ExchangeBooks.Order::clientOrderId));
    }

    /**
     * @param clock tells the real time of the exchange's business times
     * @return nothing when all holds
     */
    public static List<Violation> check(OurBooks ours, ExchangeBooks theirs, SpeedyClock clock) {
        Checker checker = new Checker(ours, theirs, clock);
        if (!theirs.consistent()) {
            checker.add(Rule.ORDERS_AGREE, "the exchange contradicts itself: " + theirs.differences());
        }
        checker.oneOrderPerIntent();
        checker.ordersAgree();
        checker.fillsOnce();
        checker.positionsEqual();
        checker.cashEqual();
        checker.tradesFinal();
        checker.nothingLost();
        checker.violations.addAll(checker.claims.violations());
        return List.copyOf(checker.violations);
    }

    private void oneOrderPerIntent() {
        orders.forEach((id, same) -> {
            if (same.size() > 1) {
                add(Rule.ONE_ORDER_PER_INTENT, id + " stands " + same.size() + " times at the exchange");
            }
        });
        ours.intents().stream()
                .filter(intent -> intent.purpose().equals("entry"))
                .collect(Collectors.groupingBy(Intent::tradeId))
                .forEach((trade, entries) -> {
                    if (entries.size() > 1) {
                        add(Rule.ONE_ORDER_PER_INTENT, "trade " + trade + " has " + entries.size() + " entries");
                    }
                });
    }

    private void ordersAgree() {
        orders.keySet().stream()
                .filter(id -> !intents.containsKey(id))
                .forEach(id -> add(Rule.ORDERS_AGREE, id + " stands at the exchange and nobody intended it"));
        for (Intent intent : ours.intents()) {
            List<ExchangeBooks.Order> there = orders.getOrDefault(intent.clientOrderId(), List.of());
            String status = String.valueOf(intent.status());
            if (AT_THE_EXCHANGE.contains(status) && there.isEmpty()) {
                add(Rule.ORDERS_AGREE, intent.clientOrderId() + " is " + status + " and the exchange never had it");
            }
            if (intent.state().equals("final") && !AT_THE_EXCHANGE.contains(status) && !there.isEmpty()) {
                add(Rule.ORDERS_AGREE, intent.clientOrderId() + " is " + status + " and the exchange has it");
            }
            if (AT_THE_EXCHANGE.contains(status) && there.size() == 1) {
                equal(
                        Rule.ORDERS_AGREE,
                        "filled of " + intent.clientOrderId(),
                        intent.filled(),
                        there.getFirst().filledCount());
            }
        }
    }

    private void fillsOnce() {
        Map<String, String> theirFills = new TreeMap<>();
        for (ExchangeBooks.Order order : theirs.orders()) {
            order.fills().forEach(fill -> theirFills.put(fill.tradeId(), words(order.clientOrderId(), fill)));
        }
        Map<String, String> ourFills = new TreeMap<>();
        ours.fills().forEach(fill -> ourFills.put(fill.id(), words(fill)));
        differences(theirFills, ourFills).forEach(difference -> add(Rule.FILLS_ONCE, difference));
        if (ourFills.size() != ours.fills().size()) {
            add(Rule.FILLS_ONCE, ours.fills().size() + " fills are recorded for " + ourFills.size() + " of them");
        }
        attachedOnce();
        tradesAddUp();
    }

    private void attachedOnce() {
        Map<String, List<Attached>> attached =
                ours.attached().stream().collect(Collectors.groupingBy(Attached::fillId));
        for (Fill fill : ours.fills()) {
            List<Attached> places = attached.getOrDefault(fill.id(), List.of());
            Intent intent = intents.get(String.valueOf(fill.clientOrderId()));
            if (places.size() != 1) {
                add(Rule.FILLS_ONCE, "fill " + fill.id() + " is attached " + places.size() + " times");
            } else if (intent != null
                    && !intent.tradeId().equals(places.getFirst().tradeId())) {
                add(
                        Rule.FILLS_ONCE,
                        "fill " + fill.id() + " of trade " + intent.tradeId() + " is attached to "
                                + places.getFirst().tradeId());
            }
        }
    }

    /** Each trade's own figures are the sum of the exchange's fills of its orders. */
    private void tradesAddUp() {
        Map<String, List<Intent>> byTrade = ours.intents().stream().collect(Collectors.groupingBy(Intent::tradeId));
        for (Trade trade : ours.trades()) {
            List<Intent> own = byTrade.getOrDefault(trade.id(), List.of());
            String name = " of trade " + trade.id();
            equal(Rule.FILLS_ONCE, "filled" + name, trade.filled(), sum(fillsOf(own, "entry"), Execution::count));
            equal(Rule.FILLS_ONCE, "closed" + name, trade.closed(), sum(fillsOf(own, "close"), Execution::count));
            List<Execution> all = new ArrayList<>(fillsOf(own, "entry"));
            all.addAll(fillsOf(own, "close"));
            equal(Rule.FILLS_ONCE, "fees" + name, trade.fees(), sum(all, Execution::feeDollars));
        }
    }

    private List<Execution> fillsOf(List<Intent> own, String purpose) {
        return own.stream()
                .filter(intent -> intent.purpose().equals(purpose))
                .flatMap(intent -> orders.getOrDefault(intent.clientOrderId(), List.of()).stream())
                .flatMap(order -> order.fills().stream())
                .toList();
    }

    private void positionsEqual() {
        Map<String, BigDecimal> held = new HashMap<>();
        theirs.positions().stream()
                .filter(holding -> !holding.settled())
                .forEach(holding -> held.merge(holding.ticker(), holding.count(), BigDecimal::add));
        theirs.settlements()
                .forEach(payout ->
                        held.merge(payout.ticker(), payout.heldYes().subtract(payout.heldNo()), BigDecimal::add));
        Map<String, BigDecimal> booked = new HashMap<>();
        ours.trades().forEach(trade -> {
            BigDecimal open = trade.filled().subtract(trade.closed());
            booked.merge(trade.ticker(), trade.yes() ? open : open.negate(), BigDecimal::add);
        });
        Map<String, String> ourWords = new TreeMap<>();
        booked.forEach((ticker, count) -> putUnlessZero(ourWords, ticker, count));
        Map<String, String> theirWords = new TreeMap<>();
        held.forEach((ticker, count) -> putUnlessZero(theirWords, ticker, count));
        differences(theirWords, ourWords).forEach(difference -> add(Rule.POSITIONS_EQUAL, difference));
    }

    private void cashEqual() {
        equal(Rule.CASH_EQUAL, "balance", ours.balance(), theirs.cash());
        BigDecimal earned = ours.trades().stream()
                .map(trade -> trade.pnl() == null ? BigDecimal.ZERO : trade.pnl())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        equal(Rule.CASH_EQUAL, "cash by our profits", theirs.deposits().add(earned), theirs.cash());
    }

    private void tradesFinal() {
        ours.trades().stream()
                .filter(trade -> !ENDED.contains(trade.status()))
                .forEach(trade -> add(Rule.TRADES_FINAL, "trade " + trade.id() + " is " + trade.status()));
    }

    private void nothingLost() {
        ours.requests().stream()
                .filter(request -> !request.state().equals("answered"))
                .forEach(request ->
                        add(Rule.NOTHING_LOST, request.kind() + " request " + request.id() + " is " + request.state()));
        ours.intents().stream()
                .filter(intent -> !intent.state().equals("final"))
                .forEach(intent -> add(
                        Rule.NOTHING_LOST, intent.purpose() + " " + intent.clientOrderId() + " is " + intent.state()));
    }

    private static List<String> differences(Map<String, String> theirs, Map<String, String> ours) {
        List<String> found = new ArrayList<>();
        theirs.forEach((key, value) -> {
            if (!value.equals(ours.get(key))) {
                found.add(key + " is " + value + " at the exchange and " + ours.getOrDefault(key, "nothing") + " here");
            }
        });
        ours.keySet().stream()
                .filter(key -> !theirs.containsKey(key))
                .forEach(key -> found.add(key + " is " + ours.get(key) + " here and nothing at the exchange"));
        return found;
    }

    private void equal(Rule rule, String what, BigDecimal ours, BigDecimal theirs) {
        if (ours.compareTo(theirs) != 0) {
            add(rule, what + " is " + plain(ours) + " here and " + plain(theirs) + " by the exchange");
        }
    }

    private void add(Rule rule, String what) {
        violations.add(new Violation(rule, what));
    }

    private static void putUnlessZero(Map<String, String> words, String ticker, BigDecimal count) {
        if (count.signum() != 0) {
            words.put(ticker, plain(count));
        }
    }

    private static String words(String clientOrderId, Execution fill) {
        return plain(fill.count()) + " @ " + plain(fill.yesPriceDollars()) + " fee " + plain(fill.feeDollars()) + " of "
                + clientOrderId;
    }

    private static String words(Fill fill) {
        return plain(fill.quantity()) + " @ " + plain(fill.yesPrice()) + " fee " + plain(fill.fee()) + " of "
                + fill.clientOrderId();
    }

    private static <T> BigDecimal sum(Collection<T> items, Function<T, BigDecimal> part) {
        return items.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
