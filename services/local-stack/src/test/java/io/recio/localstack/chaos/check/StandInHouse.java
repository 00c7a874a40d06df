package io.recio.localstack.chaos.check;

import io.recio.localstack.chaos.check.OurBooks.Attached;
import io.recio.localstack.chaos.check.OurBooks.Event;
import io.recio.localstack.chaos.check.OurBooks.Fill;
import io.recio.localstack.chaos.check.OurBooks.Intent;
import io.recio.localstack.chaos.check.OurBooks.Trade;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An exchange, an executor, an account sync and a trade manager of a few lines each, sound or broken in one way. What they
 * leave behind is what the checker reads of the real ones.
 */
final class StandInHouse {

    static final SpeedyClock CLOCK =
            new SpeedyClock(Instant.parse("2026-11-22T17:00:00Z"), Instant.parse("2026-11-22T12:00:00Z"), 60);

    /** How the house is broken. */
    enum Breakage {
        NONE,
        /** A timeout is taken for a refusal and the order is sent again under a new id. */
        RESENDS_ON_TIMEOUT,
        /** The same id again, at an exchange that lets ids be used again. */
        RESENDS_UNDER_THE_SAME_ID,
        /** A timeout is taken for a refusal and the trade is given up. */
        GIVES_UP_ON_TIMEOUT,
        /** An executor whose lease has passed on goes on claiming and recording. */
        IGNORES_THE_EPOCH,
        /** A fill heard by stream and read by REST is booked twice. */
        DROPS_THE_DEDUPE,
        /** A fill that comes before the answer is thrown away. */
        FORGETS_EARLY_FILLS
    }

    private static final BigDecimal CASH = new BigDecimal("1000");
    private static final BigDecimal PRICE = new BigDecimal("0.9000");
    private static final BigDecimal FEE = new BigDecimal("0.07");
    private static final BigDecimal COUNT = new BigDecimal("10.00");

    private final Breakage breakage;
    private final List<Trade> trades = new ArrayList<>();
    private final List<Intent> intents = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final List<Fill> fills = new ArrayList<>();
    private final List<Attached> attached = new ArrayList<>();
    private final List<ExchangeBooks.Order> orders = new ArrayList<>();
    private final Map<String, BigDecimal> held = new LinkedHashMap<>();
    private BigDecimal cash = CASH;
    private Instant now = CLOCK.real();
    private int executions;

    StandInHouse(Breakage breakage) {
        this.breakage = breakage;
    }

    /** A trade that is bought, and wins at settlement, under an exchange that answers. */
    StandInHouse plainTrade(String name) {
        return trade(name, 1, 1, false);
    }

    /** The exchange takes the order and never answers. */
    StandInHouse tradeWithATimeout(String name) {
        return trade(name, 1, 1, true);
    }

    /** Claimed in epoch 1; the answer comes when epoch 2 has begun and doubted what was under way. */
    StandInHouse tradeOverATakeover(String name) {
        return trade(name, 1, 2, true);
    }

    private StandInHouse trade(String name, long claimEpoch, long recordEpoch, boolean lost) {
        String id = name + "-1";
        event(id, 1, "OrderClaimed", claimEpoch);
        boolean staleWriter = breakage == Breakage.IGNORES_THE_EPOCH && recordEpoch > claimEpoch;
        if (recordEpoch > claimEpoch) {
            event(id, 2, staleWriter ? "OrderIntended" : "OrderFellInDoubt", recordEpoch);
            tick();
        }
        List<String> reached = new ArrayList<>(List.of(apply(id, name)));
        if (lost && breakage == Breakage.RESENDS_ON_TIMEOUT) {
            intents.add(intent(id, name, "REJECTED", BigDecimal.ZERO));
            id = name + "-2";
            event(id, 1, "OrderClaimed", recordEpoch);
            reached.add(apply(id, name));
        } else if (lost && breakage == Breakage.RESENDS_UNDER_THE_SAME_ID) {
            reached.add(apply(id, name));
        }
        if (lost && breakage == Breakage.GIVES_UP_ON_TIMEOUT) {
            intents.add(intent(id, name, "REJECTED", BigDecimal.ZERO));
            trades.add(new Trade(name, name, "YES", "missed", zero(), zero(), zero(), null));
            settle(name);
            return this;
        }
        if (lost && recordEpoch == claimEpoch) {
            event(id, 2, "OrderFellInDoubt", recordEpoch);
        }
        event(id, 3, "OrderAccepted", staleWriter ? claimEpoch : recordEpoch);
        intents.add(intent(id, name, "EXECUTED", COUNT));
        book(name, reached, lost);
        settle(name);
        return this;
    }

    private void book(String name, List<String> reached, boolean early) {
        BigDecimal filled = BigDecimal.ZERO;
        BigDecimal fees = BigDecimal.ZERO;
        int times = breakage == Breakage.DROPS_THE_DEDUPE ? 2 : 1;
        for (String execution : early && breakage == Breakage.FORGETS_EARLY_FILLS ? List.<String>of() : reached) {
            for (int i = 0; i < times; i++) {
                String fill = i == 0 ? execution : execution + "-again";
                fills.add(new Fill(fill, orderOf(execution), PRICE, COUNT, FEE));
                attached.add(new Attached(fill, name));
                filled = filled.add(COUNT);
                fees = fees.add(FEE);
            }
        }
        BigDecimal pnl = filled.multiply(BigDecimal.ONE.subtract(PRICE)).subtract(fees);
        trades.add(new Trade(name, name, "YES", "closed", filled, zero(), fees, pnl));
    }

    private String apply(String clientOrderId, String ticker) {
        tick();
        String execution = "execution-" + ++executions;
        Instant business =
                CLOCK.business().plus(Duration.between(CLOCK.real(), now).multipliedBy(CLOCK.speed()));
        orders.add(new ExchangeBooks.Order(
                clientOrderId,
                COUNT,
                ticker,
                business,
                List.of(new ExchangeBooks.Execution(execution, PRICE, COUNT, FEE))));
        held.merge(ticker, COUNT, BigDecimal::add);
        cash = cash.subtract(PRICE.multiply(COUNT)).subtract(FEE);
        return execution;
    }

    private void settle(String ticker) {
        cash = cash.add(held.get(ticker));
    }

    private String orderOf(String execution) {
        return orders.stream()
                .filter(order -> order.fills().getFirst().tradeId().equals(execution))
                .findFirst()
                .orElseThrow()
                .clientOrderId();
    }

    OurBooks ours() {
        return new OurBooks(List.of(), trades, intents, events, fills, attached, cash);
    }

    ExchangeBooks theirs() {
        return new ExchangeBooks(
                Map.of(2, cash),
                orders,
                List.of(),
                List.of(new ExchangeBooks.Movement("deposit", CASH)),
                held.entrySet().stream()
                        .map(entry -> new ExchangeBooks.Payout(entry.getKey(), entry.getValue(), BigDecimal.ZERO))
                        .toList(),
                true,
                List.of());
    }

    private void event(String order, int seq, String type, long epoch) {
        tick();
        events.add(new Event(order, seq, type, epoch, now));
    }

    private void tick() {
        now = now.plusMillis(400);
    }

    private static Intent intent(String id, String trade, String status, BigDecimal filled) {
        return new Intent(id, trade, "entry", trade, COUNT, "final", status, filled);
    }

    private static BigDecimal zero() {
        return BigDecimal.ZERO;
    }
}
