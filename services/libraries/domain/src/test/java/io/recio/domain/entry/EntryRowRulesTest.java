package io.recio.domain.entry;

import static io.recio.domain.entry.EntryCase.FIRST;
import static io.recio.domain.entry.EntryCase.NOW;
import static io.recio.domain.entry.EntryCase.ON;
import static io.recio.domain.entry.EntryCase.SECOND;
import static io.recio.domain.entry.EntryCase.reEntering;
import static io.recio.domain.entry.EntryCase.refusal;
import static io.recio.domain.entry.EntryCase.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.entry.RowDecision.Enter;
import io.recio.domain.entry.RowDecision.Refused;
import io.recio.domain.market.Book;
import io.recio.domain.market.Level;
import io.recio.domain.market.Side;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.risk.RiskLimits;
import io.recio.domain.trade.TradeStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What stops the entry of one row. */
class EntryRowRulesTest {

    @ParameterizedTest
    @EnumSource(
            value = TradeStatus.class,
            names = {"PENDING", "OPEN", "CLOSING"})
    void entersNoTickerWithALiveTradeOfEitherSide(TradeStatus status) {
        EntryCase live = new EntryCase();
        live.settings = Optional.of(reEntering());
        live.trades = List.of(new EventTrade(FIRST, Side.NO, status));
        refusesRow(live, RefusalCode.LIVE_TRADE_ON_TICKER, Map.of("side", "NO", "status", status.name()));
    }

    @ParameterizedTest
    @CsvSource({
        "CLOSED, false, false",
        "CLOSED, true, true",
        "EXPIRED, true, false",
        "MISSED, false, true",
        "REJECTED, false, true",
        "DENIED, false, true"
    })
    void entersATickerAndSideAgainOnlyWhenAllowedAndTheEarlierTradeHasClosed(
            TradeStatus earlier, boolean allowed, boolean enters) {
        EntryCase again = new EntryCase();
        again.settings = Optional.of(allowed ? reEntering() : ON);
        again.trades = List.of(new EventTrade(FIRST, Side.YES, earlier));
        assertThat(again.decide().entries()).hasSize(enters ? 1 : 0);
        if (!enters) {
            refusesRow(again, RefusalCode.ALREADY_TRADED, Map.of("side", "YES", "status", earlier.name()));
        }
    }

    @Test
    void mayEnterTheOtherSideOfATradeThatIsOver() {
        EntryCase other = new EntryCase();
        other.trades = List.of(
                new EventTrade(FIRST, Side.NO, TradeStatus.CLOSED), new EventTrade(SECOND, Side.YES, TradeStatus.OPEN));
        assertThat(other.decide().entries()).hasSize(1);
    }

    @Test
    void coolsDownForTenSecondsAfterAnAttemptOnTheSameTickerAndSide() {
        EntryCase cooling = new EntryCase();
        cooling.attempts = List.of(new EntryAttempt(FIRST, Side.YES, NOW.minus(Duration.ofMillis(9_500))));
        refusesRow(cooling, RefusalCode.COOLING_DOWN, Map.of("remaining_ms", "500"));
        cooling.attempts = List.of(
                new EntryAttempt(FIRST, Side.YES, NOW.minus(Duration.ofSeconds(10))),
                new EntryAttempt(FIRST, Side.NO, NOW),
                new EntryAttempt(SECOND, Side.YES, NOW));
        assertThat(cooling.decide().entries()).hasSize(1);
    }

    @Test
    void entersNothingBelowTheMinimumProbability() {
        EntryCase unlikely = new EntryCase();
        unlikely.rows = List.of(row(FIRST, 94.99, "0.90", "50"));
        refusesRow(
                unlikely,
                RefusalCode.PROBABILITY_BELOW_MINIMUM,
                Map.of("probability", "94.9900", "minimum", "95.0000"));
        unlikely.rows = List.of(row(FIRST, 95, "0.90", "50"));
        assertThat(unlikely.decide().entries()).hasSize(1);
    }

    @Test
    void comparesTheDifferentialAfterFees() {
        EntryCase dear = new EntryCase();
        dear.rows = List.of(row(FIRST, 97.2, "0.97", "50"));
        refusesRow(
                dear,
                RefusalCode.DIFFERENTIAL_BELOW_MINIMUM,
                Map.of("net_diff", "-0.1000", "minimum", "0.2500", "ask", "0.9700"));
    }

    @Test
    void paysNoSlippageThatWouldCostTheDifferential() {
        EntryCase tight = new EntryCase();
        tight.rows = List.of(row(FIRST, 96.0, "0.95", "50"));
        assertThat(tight.decide().entries())
                .extracting(enter -> enter.request().priceCap())
                .containsExactly(Price.of("0.95"));
    }

    @Test
    void needsAnAskAFeeAndAMarket() {
        EntryCase without = new EntryCase();
        without.rows = List.of(row(FIRST, 97.6, null, null));
        without.fees = Optional.empty();
        without.marketsKnown = false;
        RowDecision decision = without.decide().rows().getFirst();
        assertThat(((Refused) decision).refusals())
                .extracting(Refusal::code)
                .containsExactly(RefusalCode.MARKET_UNKNOWN, RefusalCode.NO_ASK, RefusalCode.FEE_UNKNOWN);
    }

    @Test
    void needsTheWholeOrderOnOfferWithinTheCap() {
        EntryCase thin = new EntryCase();
        thin.rows = List.of(row(FIRST, 97.6, "0.95", "9"));
        refusesRow(thin, RefusalCode.ASK_SIZE_TOO_SMALL, Map.of("offered", "9.00", "count", "10.00", "cap", "0.9600"));
        thin.book = Optional.of(new Book(
                List.of(),
                List.of(new Level(Price.of("0.05"), Quantity.of("9")), new Level(Price.of("0.04"), Quantity.of("1")))));
        assertThat(thin.decide().entries()).hasSize(1);
        thin.book = Optional.empty();
        thin.settings =
                Optional.of(new EntrySettings(true, 120, 900, 95, 0.25, false, SpikeSettings.DEFAULT, 10, 1, false));
        assertThat(thin.decide().entries()).hasSize(1);
    }

    @Test
    void passesOnTheRiskLimitThatDenies() {
        EntryCase limited = new EntryCase();
        limited.limits = new RiskLimits(
                Quantity.of("5"),
                Quantity.of("5"),
                Quantity.of("5"),
                Money.of("10"),
                1,
                1,
                Money.ZERO,
                Money.of("1"),
                Money.of("1"));
        refusesRow(
                limited,
                RefusalCode.RISK_LIMIT,
                Map.of("code", "CONTRACTS_PER_ORDER_ABOVE_LIMIT", "contracts", "10.00", "limit", "5.00"));
    }

    @Test
    void countsEachEntryAgainstTheLimitsOfTheNext() {
        EntryCase two = new EntryCase();
        two.rows = List.of(row(FIRST, 98, "0.95", "50"), row(SECOND, 97.6, "0.95", "50"));
        assertThat(two.decide().entries()).hasSize(2);
        two.limits = new RiskLimits(
                Quantity.of("10"),
                Quantity.of("10"),
                Quantity.of("10"),
                Money.of("100"),
                9,
                9,
                Money.ZERO,
                Money.of("1"),
                Money.of("1"));
        assertThat(two.decide().entries()).extracting(Enter::ticker).containsExactly(FIRST);
    }

    @Test
    void gathersEveryReasonOfARow() {
        EntryCase row = new EntryCase();
        row.rows = List.of(row(FIRST, 94, "0.95", "50"));
        row.trades = List.of(new EventTrade(FIRST, Side.YES, TradeStatus.CLOSED));
        row.attempts = List.of(new EntryAttempt(FIRST, Side.YES, NOW));
        assertThat(((Refused) row.decide().rows().getFirst()).refusals())
                .extracting(Refusal::code)
                .containsExactly(
                        RefusalCode.ALREADY_TRADED,
                        RefusalCode.COOLING_DOWN,
                        RefusalCode.PROBABILITY_BELOW_MINIMUM,
                        RefusalCode.DIFFERENTIAL_BELOW_MINIMUM);
    }

    private static void refusesRow(EntryCase with, RefusalCode code, Map<String, String> facts) {
        EntryDecision decision = with.decide();
        assertThat(decision.refusals()).isEmpty();
        assertThat(decision.rows()).containsExactly(new Refused(FIRST, Side.YES, List.of(refusal(code, facts))));
    }
}
