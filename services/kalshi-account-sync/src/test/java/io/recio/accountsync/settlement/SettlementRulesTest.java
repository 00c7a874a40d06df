package io.recio.accountsync.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.accountsync.settlement.StoredSettlement.State;
import io.recio.domain.market.EventTicker;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.time.BusinessTime;
import io.recio.kalshi.model.AccountSettlement;
import io.recio.kalshi.model.MarketResult;
import io.recio.kalshi.model.NetPosition;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettlementRulesTest {

    private static final MarketTicker TICKER = new MarketTicker("KXBTCD-26NOV2217-T114999.99");
    private static final EventTicker EVENT = new EventTicker("KXBTCD-26NOV2217");
    private static final BusinessTime AT = BusinessTime.parse("2026-11-22T22:01:11Z");
    private static final NetPosition TEN_NO = NetPosition.of("-10.00");

    @Test
    void isProvisionalOnceDetermined() {
        assertThat(provisional(Optional.empty(), MarketResult.NO, Optional.empty()))
                .contains(settlement(MarketResult.NO, "0.0000", "10.00", "0.00", State.PROVISIONAL));
    }

    @Test
    void isNotProvisionalTwice() {
        Optional<StoredSettlement> known = provisional(Optional.empty(), MarketResult.NO, Optional.empty());

        assertThat(provisional(known, MarketResult.NO, Optional.empty())).isEmpty();
    }

    @Test
    void followsADeterminationThatChangedBeforeThePayout() {
        Optional<StoredSettlement> known = provisional(Optional.empty(), MarketResult.NO, Optional.empty());

        assertThat(provisional(known, MarketResult.YES, Optional.empty()))
                .contains(settlement(MarketResult.YES, "1.0000", "0.00", "0.00", State.PROVISIONAL));
    }

    @Test
    void cannotValueAScalarResultWithoutItsValue() {
        assertThat(provisional(Optional.empty(), MarketResult.SCALAR, Optional.empty()))
                .isEmpty();
        assertThat(provisional(Optional.empty(), MarketResult.SCALAR, Optional.of(Price.of("0.3060"))))
                .contains(settlement(MarketResult.SCALAR, "0.3060", "6.94", "0.00", State.PROVISIONAL));
    }

    @Test
    void isFinalOncePaidAndOnlyOnce() {
        Optional<StoredSettlement> known = provisional(Optional.empty(), MarketResult.NO, Optional.empty());

        Optional<StoredSettlement> paid = SettlementRules.paid(known, paid(MarketResult.NO, 0, "10.00", AT));

        assertThat(paid).contains(settlement(MarketResult.NO, "0.0000", "10.00", "0.03", State.FINAL));
        assertThat(SettlementRules.paid(paid, paid(MarketResult.NO, 0, "10.00", AT)))
                .isEmpty();
        assertThat(SettlementRules.paid(paid, paid(MarketResult.NO, 0, "10.00", AT.plus(Duration.ofMillis(1)))))
                .isEmpty();
        assertThat(provisional(paid, MarketResult.YES, Optional.empty())).isEmpty();
    }

    @Test
    void isAmendedWhenAFinalOneChangesAndStaysSo() {
        Optional<StoredSettlement> paid = SettlementRules.paid(Optional.empty(), paid(MarketResult.NO, 0, "10.00", AT));

        Optional<StoredSettlement> amended = SettlementRules.paid(paid, paid(MarketResult.YES, 100, "0.00", AT));

        assertThat(amended).contains(settlement(MarketResult.YES, "1.0000", "0.00", "0.03", State.AMENDED));
        assertThat(SettlementRules.paid(amended, paid(MarketResult.YES, 100, "0.00", AT)))
                .isEmpty();
    }

    @Test
    void keepsTheFinerValueOfTheDeterminationWhenThePayoutNamesWholeCents() {
        Optional<StoredSettlement> known =
                provisional(Optional.empty(), MarketResult.SCALAR, Optional.of(Price.of("0.3060")));

        assertThat(SettlementRules.paid(known, paid(MarketResult.SCALAR, 31, "6.94", AT)))
                .contains(settlement(MarketResult.SCALAR, "0.3060", "6.94", "0.03", State.FINAL));
        assertThat(SettlementRules.paid(known, paid(MarketResult.SCALAR, 50, "5.00", AT)))
                .contains(settlement(MarketResult.SCALAR, "0.5000", "5.00", "0.03", State.FINAL));
    }

    @Test
    void readsAnUnknownResultByItsValue() {
        AccountSettlement valued = paid(MarketResult.UNKNOWN, 50, "5.00", AT);

        assertThat(SettlementRules.isReadable(valued)).isTrue();
        assertThat(SettlementRules.paid(Optional.empty(), valued))
                .contains(settlement(MarketResult.SCALAR, "0.5000", "5.00", "0.03", State.FINAL));
    }

    private static Optional<StoredSettlement> provisional(
            Optional<StoredSettlement> known, MarketResult result, Optional<Price> value) {
        return SettlementRules.provisional(
                known, new Determination(TICKER, Optional.empty(), result, value, AT), EVENT, TEN_NO);
    }

    private static AccountSettlement paid(MarketResult result, long cents, String revenue, BusinessTime at) {
        return new AccountSettlement(
                TICKER,
                EVENT,
                result,
                Quantity.ZERO,
                Money.ZERO,
                Quantity.of("10.00"),
                Money.of("0.40"),
                Money.of(revenue),
                Optional.of(Money.ofCents(cents)),
                Money.of("0.03"),
                at);
    }

    private static StoredSettlement settlement(
            MarketResult result, String yesValue, String revenue, String fee, State state) {
        return new StoredSettlement(
                TICKER,
                EVENT,
                result,
                Price.of(yesValue),
                Quantity.ZERO,
                Quantity.of("10.00"),
                Money.of(revenue),
                Money.of(fee),
                state,
                AT);
    }
}
