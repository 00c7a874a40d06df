package io.recio.localstack.chaos.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.localstack.chaos.check.OurBooks.Intent;
import io.recio.localstack.chaos.check.OurBooks.Request;
import io.recio.localstack.chaos.check.OurBooks.Trade;
import io.recio.localstack.chaos.check.StandInHouse.Breakage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CheckerTest {

    @Test
    void findsNothingInASoundHouse() {
        assertThat(check(house(Breakage.NONE))).isEmpty();
    }

    @Test
    void catchesAnExecutorThatSendsAgainAfterATimeout() {
        assertThat(rules(house(Breakage.RESENDS_ON_TIMEOUT))).contains(Rule.ONE_ORDER_PER_INTENT, Rule.ORDERS_AGREE);
        assertThat(check(house(Breakage.RESENDS_ON_TIMEOUT)))
                .extracting(Violation::toString)
                .contains("ONE_ORDER_PER_INTENT: trade lost has 2 entries");
    }

    @Test
    void catchesTheSameIdSentTwice() {
        assertThat(check(house(Breakage.RESENDS_UNDER_THE_SAME_ID)))
                .extracting(Violation::toString)
                .contains("ONE_ORDER_PER_INTENT: lost-1 stands 2 times at the exchange");
    }

    @Test
    void catchesATimeoutTakenForARefusal() {
        assertThat(rules(house(Breakage.GIVES_UP_ON_TIMEOUT)))
                .isEqualTo(EnumSet.of(Rule.ORDERS_AGREE, Rule.FILLS_ONCE, Rule.POSITIONS_EQUAL, Rule.CASH_EQUAL));
    }

    @Test
    void catchesAnExecutorThatIgnoresItsEpoch() {
        assertThat(check(house(Breakage.IGNORES_THE_EPOCH)))
                .extracting(Violation::rule)
                .containsOnly(Rule.EPOCHS_HOLD)
                .hasSize(2);
    }

    @Test
    void catchesABookThatTakesAFillTwice() {
        assertThat(rules(house(Breakage.DROPS_THE_DEDUPE)))
                .isEqualTo(EnumSet.of(Rule.FILLS_ONCE, Rule.POSITIONS_EQUAL, Rule.CASH_EQUAL));
    }

    @Test
    void catchesAFillThatWasThrownAway() {
        assertThat(rules(house(Breakage.FORGETS_EARLY_FILLS))).contains(Rule.FILLS_ONCE, Rule.POSITIONS_EQUAL);
    }

    @Test
    void catchesWhatHasNotComeToItsEnd() {
        StandInHouse house = new StandInHouse(Breakage.NONE);
        OurBooks open = new OurBooks(
                List.of(new Request("r1", "close", "new")),
                List.of(new Trade("t1", "m", "YES", "pending", ZERO, ZERO, ZERO, null)),
                List.of(new Intent("i1", "t1", "entry", "m", BigDecimal.TEN, "in_doubt", "IN_DOUBT", ZERO)),
                List.of(),
                List.of(),
                List.of(),
                new BigDecimal("1000"));

        assertThat(Checker.check(open, house.theirs(), StandInHouse.CLOCK))
                .extracting(Violation::toString)
                .containsExactly(
                        "TRADES_FINAL: trade t1 is pending",
                        "NOTHING_LOST: close request r1 is new",
                        "NOTHING_LOST: entry i1 is in_doubt");
    }

    @Test
    void catchesACentThatIsMissing() {
        StandInHouse house = new StandInHouse(Breakage.NONE).plainTrade("plain");
        OurBooks sound = house.ours();
        OurBooks poorer = new OurBooks(
                sound.requests(),
                sound.trades(),
                sound.intents(),
                sound.events(),
                sound.fills(),
                sound.attached(),
                sound.balance().subtract(new BigDecimal("0.01")));

        assertThat(Checker.check(poorer, house.theirs(), StandInHouse.CLOCK))
                .extracting(Violation::toString)
                .containsExactly("CASH_EQUAL: balance is 1000.92 here and 1000.93 by the exchange");
    }

    private static final BigDecimal ZERO = BigDecimal.ZERO;

    private static StandInHouse house(Breakage breakage) {
        return new StandInHouse(breakage)
                .plainTrade("plain")
                .tradeWithATimeout("lost")
                .tradeOverATakeover("takenOver");
    }

    private static List<Violation> check(StandInHouse house) {
        return Checker.check(house.ours(), house.theirs(), StandInHouse.CLOCK);
    }

    private static Set<Rule> rules(StandInHouse house) {
        List<Rule> rules = new ArrayList<>();
        check(house).forEach(violation -> rules.add(violation.rule()));
        return EnumSet.copyOf(rules);
    }
}
