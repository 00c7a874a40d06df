package io.recio.tradeexecutor.funds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.recio.domain.money.Money;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemTime;
import io.recio.fixtures.FixedClock;
import io.recio.storage.Fence;
import io.recio.tradeexecutor.Settings;
import io.recio.tradeexecutor.exchange.Calls;
import io.recio.tradeexecutor.funds.FundsExchange.Known;
import io.recio.tradeexecutor.funds.FundsExchange.Moved;
import io.recio.tradeexecutor.funds.FundsExchange.NotMoved;
import io.recio.tradeexecutor.funds.FundsExchange.Outcome;
import io.recio.tradeexecutor.funds.FundsExchange.Unknown;
import io.recio.tradeexecutor.funds.Transfer.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ShardFundsTest {

    private static final Instant START = Instant.parse("2026-11-22T21:10:00Z");
    private static final UUID ID = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final Transfer TRANSFER = new Transfer(ID, 0, 2, Money.of("510"), SystemTime.of(START));

    private final FixedClock clock = new FixedClock(START, START);
    private final Table table = new Table();
    private final Bank bank = new Bank();
    private final AtomicInteger woken = new AtomicInteger();

    @Test
    void movesWhatIsMissingOnceItIsWrittenDown() {
        ShardFunds funds = funds();
        steps(funds, 1);
        funds.step();
        assertThat(bank.asked).containsExactly(TRANSFER);
        assertThat(bank.writtenBefore).isTrue();
        assertThat(table.states).containsExactly("SENDING", "DONE");
    }

    @Test
    void movesNothingWhileItMayNot() {
        table.mayMove = false;
        ShardFunds funds = funds();
        funds.step();
        assertThat(bank.asked).isEmpty();
        assertThat(woken).hasValue(0);
    }

    @Test
    void recordsARefusal() {
        bank.outcome = new NotMoved("400 insufficient_balance");
        steps(funds(), 1, true);
        assertThat(table.states).containsExactly("SENDING", "REFUSED 400 insufficient_balance");
    }

    @Test
    void looksForATransferInDoubtAndNeverAsksAgain() {
        bank.outcome = new Unknown("TIMEOUT");
        ShardFunds funds = funds();
        steps(funds, 1);
        bank.known.add(known(ID.toString(), false));
        steps(funds, 2);
        assertThat(table.states).containsExactly("SENDING", "IN_DOUBT TIMEOUT");
        bank.known.set(0, known(ID.toString(), true));
        steps(funds, 1, true);
        assertThat(table.states).last().isEqualTo("DONE found as " + ID);
        assertThat(bank.asked).hasSize(1);
    }

    @Test
    void knowsATransferUnderTheExchangesOwnIdByWhatWasAskedFor() {
        bank.outcome = new Unknown("TIMEOUT");
        ShardFunds funds = funds();
        steps(funds, 1);
        bank.known.add(known("kalshi-7", true));
        steps(funds, 1, true);
        assertThat(table.states).last().isEqualTo("DONE found as kalshi-7");
    }

    @Test
    void takesNoOlderAndNoOtherTransferForIt() {
        bank.outcome = new Unknown("TIMEOUT");
        ShardFunds funds = funds();
        steps(funds, 1);
        SystemTime earlier = SystemTime.of(START.minusSeconds(3));
        bank.known.add(new Known("kalshi-6", 0, 2, Money.of("510"), true, Optional.of(earlier)));
        bank.known.add(new Known("kalshi-8", 0, 2, Money.of("511"), true, Optional.of(SystemTime.of(START))));
        bank.known.add(new Known("kalshi-9", 1, 2, Money.of("510"), true, Optional.of(SystemTime.of(START))));
        steps(funds, 2, true);
        assertThat(table.states).containsExactly("SENDING", "IN_DOUBT TIMEOUT");
    }

    @Test
    void callsItAbsentAfterTwoLooksSomeTimeLater() {
        bank.outcome = new Unknown("TIMEOUT");
        ShardFunds funds = funds();
        steps(funds, 3);
        assertThat(table.states).hasSize(2);
        clock.advance(Duration.ofMillis(10_001));
        table.mayMove = false;
        steps(funds, 2, true);
        assertThat(table.states).last().isEqualTo("ABSENT 2 full lists without it");
        assertThat(bank.asked).hasSize(1);
    }

    @Test
    void doubtsWhatAFormerHolderWasSending() {
        table.unresolved = Optional.of(TRANSFER);
        funds();
        assertThat(table.states).containsExactly("IN_DOUBT executor was replaced while sending");
    }

    private void steps(ShardFunds funds, int calls) {
        steps(funds, calls, false);
    }

    /** So many calls; the result of the last is handled too when asked for, and nothing more is moved then. */
    private void steps(ShardFunds funds, int calls, boolean handled) {
        for (int i = 0; i < calls; i++) {
            int before = woken.get();
            funds.step();
            await().atMost(Duration.ofSeconds(5)).until(() -> woken.get() > before);
        }
        if (handled) {
            table.mayMove = false;
            funds.step();
        }
    }

    private ShardFunds funds() {
        return new ShardFunds(
                table,
                bank,
                Settings.with(Map.of("trade-executor.group-interval", "0S")),
                clock.business(),
                clock,
                () -> ID,
                new Fence("trade-executor", "test", 1),
                new Calls(woken::incrementAndGet));
    }

    private static Known known(String id, boolean complete) {
        return new Known(id, 0, 2, Money.of("510"), complete, Optional.of(SystemTime.of(START)));
    }

    private final class Bank implements FundsExchange {

        private final List<Transfer> asked = new CopyOnWriteArrayList<>();
        private final List<Known> known = new CopyOnWriteArrayList<>();
        private volatile Outcome outcome = new Moved();
        private volatile boolean writtenBefore;

        @Override
        public Outcome move(Transfer transfer) {
            writtenBefore = table.states.equals(List.of("SENDING"));
            asked.add(transfer);
            return outcome;
        }

        @Override
        public List<Known> known() {
            return List.copyOf(known);
        }
    }

    private static final class Table implements FundsStore {

        private final List<String> states = new ArrayList<>();
        private Optional<Transfer> unresolved = Optional.empty();
        private boolean mayMove = true;

        @Override
        public boolean mayMove() {
            return mayMove && states.isEmpty();
        }

        @Override
        public Money target() {
            return Money.of("1010");
        }

        @Override
        public Map<Integer, Money> balances() {
            return Map.of(0, Money.of("5000"), 2, Money.of("500"));
        }

        @Override
        public List<Integer> tradingShards(BusinessTime now) {
            return List.of(2);
        }

        @Override
        public Optional<Transfer> unresolved() {
            return unresolved;
        }

        @Override
        public Set<String> ids() {
            return Set.of(ID.toString());
        }

        @Override
        public void begin(Fence fence, Transfer transfer) {
            unresolved = Optional.of(transfer);
            states.add("SENDING");
        }

        @Override
        public void put(Fence fence, Transfer transfer, State state, String reason) {
            unresolved = state == State.IN_DOUBT ? Optional.of(transfer) : Optional.empty();
            states.add((state + " " + reason).strip());
        }
    }
}
