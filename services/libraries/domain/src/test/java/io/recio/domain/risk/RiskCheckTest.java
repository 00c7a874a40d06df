package io.recio.domain.risk;

import static io.recio.domain.trade.TradeFixtures.AT;
import static io.recio.domain.trade.TradeFixtures.EVENT;
import static io.recio.domain.trade.TradeFixtures.TICKER;
import static io.recio.domain.trade.TradeFixtures.closeRequested;
import static io.recio.domain.trade.TradeFixtures.entryEnded;
import static io.recio.domain.trade.TradeFixtures.entryFilled;
import static io.recio.domain.trade.TradeFixtures.expired;
import static io.recio.domain.trade.TradeFixtures.requested;
import static io.recio.domain.trade.TradeFixtures.settled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.risk.RiskDecision.Allowed;
import io.recio.domain.risk.RiskDecision.Denied;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.trade.Trade;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RiskCheckTest {

    private static final MarketTicker OTHER = new MarketTicker("KXBTCD-26NOV2217-T115249.99");
    private static final Allowed ALLOWED = new Allowed();

    /** Ten contracts pending at a cap of .97: 9.70 at risk. */
    private static final Trade PENDING = Trade.of(requested(Side.YES));

    private static final RiskLimits LIMITS = new RiskLimits(
            Quantity.of("10"),
            Quantity.of("15"),
            Quantity.of("20"),
            Money.of("19.5"),
            2,
            3,
            Money.of("5"),
            Money.of("50"),
            Money.of("80"));

    @Test
    void allowsAnEntryWithinAllLimits() {
        assertThat(check(entry(TICKER, Side.YES, "5"), book())).isEqualTo(ALLOWED);
        assertThat(check(entry(TICKER, Side.YES, "5"), book(PENDING))).isEqualTo(ALLOWED);
    }

    @Test
    void deniesEveryEntryWhileTheKillSwitchIsOn() {
        RiskBook book = new RiskBook(
                new Exposure(List.of()), List.of(), Money.of("100"), Money.ZERO, Money.ZERO, Unrealised.NONE, true);
        assertThat(check(entry(TICKER, Side.YES, "1"), book)).isEqualTo(denied(DenialCode.KILL_SWITCH_ON, Map.of()));
    }

    @Test
    void deniesAndTripsTheKillSwitchWhenTheDaysLossReachesItsLimit() {
        RiskBook book = withPnl("-50", "-50");
        Map<String, String> facts = Map.of("pnl", "-50.000000", "limit", "50.000000");
        assertThat(check(entry(TICKER, Side.YES, "1"), book))
                .isEqualTo(denied(DenialCode.DAILY_LOSS_LIMIT_REACHED, facts));
        assertThat(RiskCheck.losses(book, LIMITS))
                .contains(new KillSwitchTrip(DenialCode.DAILY_LOSS_LIMIT_REACHED, new TreeMap<>(facts)));
    }

    @Test
    void deniesEntriesAtTheWorstOfWhatIsInDoubtAndTripsOnlyOnceThatMustBeTrue() {
        Unrealised unrealised = new Unrealised(Money.of("-10"), Money.of("-25"), Money.of("-15"));
        RiskBook book =
                RiskBook.of(List.of(), List.of(), Money.of("100"), Money.of("-10"), Money.of("-10"), unrealised, false);
        assertThat(check(entry(TICKER, Side.YES, "1"), book))
                .isEqualTo(denied(
                        DenialCode.DAILY_LOSS_LIMIT_REACHED,
                        Map.of("pnl", "-50.000000", "limit", "50.000000", "inDoubt", "-40.000000")));
        assertThat(RiskCheck.losses(book, LIMITS)).isEmpty();
        assertThat(RiskCheck.lossesInDoubt(book, LIMITS))
                .as("a market that has closed is settled within minutes")
                .isEmpty();
        RiskBook blind = RiskBook.of(
                List.of(),
                List.of(),
                Money.of("100"),
                Money.of("-10"),
                Money.of("-10"),
                new Unrealised(Money.of("-10"), Money.of("-40"), Money.ZERO),
                false);
        assertThat(RiskCheck.losses(blind, LIMITS)).isEmpty();
        assertThat(RiskCheck.lossesInDoubt(blind, LIMITS).map(KillSwitchTrip::cause))
                .contains(DenialCode.DAILY_LOSS_LIMIT_REACHED);
    }

    @Test
    void deniesAndTripsTheKillSwitchWhenTheWeeksLossReachesItsLimit() {
        RiskBook book = withPnl("-49.999999", "-80.5");
        Map<String, String> facts = Map.of("pnl", "-80.500000", "limit", "80.000000");
        assertThat(check(entry(TICKER, Side.YES, "1"), book))
                .isEqualTo(denied(DenialCode.WEEKLY_LOSS_LIMIT_REACHED, facts));
        assertThat(RiskCheck.losses(book, LIMITS))
                .contains(new KillSwitchTrip(DenialCode.WEEKLY_LOSS_LIMIT_REACHED, new TreeMap<>(facts)));
    }

    @Test
    void leavesTheKillSwitchAloneShortOfTheLossLimits() {
        assertThat(RiskCheck.losses(withPnl("-49.999999", "-79.999999"), LIMITS))
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KillSwitchTrip(DenialCode.OPPOSITE_SIDE_HELD, Collections.emptySortedMap()))
                .withMessage("the kill switch is tripped by a loss limit, was OPPOSITE_SIDE_HELD");
    }

    @Test
    void deniesAnEntryAgainstTheSideHeld() {
        assertThat(check(entry(TICKER, Side.NO, "1"), book(PENDING)))
                .isEqualTo(denied(DenialCode.OPPOSITE_SIDE_HELD, Map.of("ticker", TICKER.value(), "held", "YES")));
        assertThat(check(entry(OTHER, Side.NO, "1"), book(PENDING))).isEqualTo(ALLOWED);
    }

    @Test
    void deniesAnOrderOfTooManyContracts() {
        assertThat(check(entry(TICKER, Side.YES, "10.01"), book()))
                .isEqualTo(denied(
                        DenialCode.CONTRACTS_PER_ORDER_ABOVE_LIMIT, Map.of("contracts", "10.01", "limit", "10.00")));
    }

    @Test
    void countsAPendingEntryAsFilledInItsMarket() {
        assertThat(check(entry(TICKER, Side.YES, "5.01"), book(PENDING)))
                .isEqualTo(denied(
                        DenialCode.CONTRACTS_PER_MARKET_ABOVE_LIMIT,
                        Map.of("contracts", "15.01", "limit", "15.00", "requested", "5.01")));
    }

    @Test
    void countsAClosingTradeAsStillHeld() {
        Trade closing = Trade.replay(List.of(
                requested(Side.YES),
                entryFilled("a", Side.YES, "0.96", "8", "0"),
                entryEnded("8"),
                closeRequested("close-1", "8")));
        assertThat(check(entry(TICKER, Side.YES, "7"), book(closing))).isEqualTo(ALLOWED);
        assertThat(check(entry(TICKER, Side.YES, "8"), book(closing)))
                .isEqualTo(denied(
                        DenialCode.CONTRACTS_PER_MARKET_ABOVE_LIMIT,
                        Map.of("contracts", "16.00", "limit", "15.00", "requested", "8.00")));
    }

    @Test
    void addsUpAllMarketsOfAnEvent() {
        Trade second = Trade.of(requested(Side.NO, OTHER, "8"));
        RiskLimits twenty = new RiskLimits(
                Quantity.of("10"),
                Quantity.of("15"),
                Quantity.of("20"),
                Money.of("100"),
                9,
                9,
                Money.ZERO,
                Money.of("50"),
                Money.of("80"));
        assertThat(RiskCheck.check(entry(OTHER, Side.NO, "3"), book(PENDING, second), twenty))
                .isEqualTo(denied(
                        DenialCode.CONTRACTS_PER_EVENT_ABOVE_LIMIT,
                        Map.of("contracts", "21.00", "limit", "20.00", "requested", "3.00")));
    }

    @Test
    void deniesAnOrderThatWouldExceedTheExposureLimit() {
        assertThat(check(entry(OTHER, Side.YES, "10"), book(PENDING)))
                .isEqualTo(denied(
                        DenialCode.EXPOSURE_ABOVE_LIMIT,
                        Map.of("exposure", "19.620000", "limit", "19.500000", "requested", "9.920000")));
    }

    @Test
    void deniesOneTradeTooMany() {
        Trade second = Trade.of(requested(Side.NO, OTHER, "1"));
        assertThat(check(entry(OTHER, Side.NO, "1"), book(PENDING, second)))
                .isEqualTo(denied(DenialCode.OPEN_TRADES_ABOVE_LIMIT, Map.of("trades", "3", "limit", "2")));
    }

    @Test
    void deniesTheFourthEntryOfAMinute() {
        List<BusinessTime> three = List.of(
                AT.minus(Duration.ofSeconds(59)), AT.minus(Duration.ofSeconds(30)), AT.minus(Duration.ofSeconds(1)));
        assertThat(check(entry(TICKER, Side.YES, "1"), withEntries(three)))
                .isEqualTo(denied(DenialCode.ENTRIES_PER_MINUTE_ABOVE_LIMIT, Map.of("entries", "4", "limit", "3")));
        List<BusinessTime> older = List.of(
                AT.minus(Duration.ofSeconds(60)), AT.minus(Duration.ofSeconds(30)), AT.minus(Duration.ofSeconds(1)));
        assertThat(check(entry(TICKER, Side.YES, "1"), withEntries(older))).isEqualTo(ALLOWED);
    }

    @Test
    void keepsTheBalanceReserveEvenIfPendingEntriesFill() {
        RiskBook book = RiskBook.of(
                List.of(PENDING), List.of(), Money.of("19.66"), Money.ZERO, Money.ZERO, Unrealised.NONE, false);
        assertThat(check(entry(OTHER, Side.YES, "5"), book)).isEqualTo(ALLOWED);
        RiskBook poorer = RiskBook.of(
                List.of(PENDING), List.of(), Money.of("19.65"), Money.ZERO, Money.ZERO, Unrealised.NONE, false);
        assertThat(check(entry(OTHER, Side.YES, "5"), poorer))
                .isEqualTo(denied(
                        DenialCode.BALANCE_BELOW_RESERVE,
                        Map.of("balance", "19.650000", "left", "4.990000", "reserve", "5.000000")));
    }

    @Test
    void neverBlocksAClose() {
        RiskBook worst = new RiskBook(
                book(PENDING, PENDING, PENDING).exposure(),
                List.of(AT, AT, AT, AT),
                Money.ZERO,
                Money.of("-1000"),
                Money.of("-1000"),
                Unrealised.NONE,
                true);
        assertThat(RiskCheck.check(new RiskRequest.Close(PENDING.id()), worst, LIMITS))
                .isEqualTo(ALLOWED);
    }

    @Test
    void countsADecidedEntryBeforeItsTradeIsWritten() {
        RiskRequest.Entry first = entry(TICKER, Side.YES, "5");
        RiskBook after = book().with(first).with(entry(OTHER, Side.YES, "5"));
        assertThat(after.exposure().in(EVENT)).isEqualTo(Quantity.of("10"));
        assertThat(after.exposure().total()).isEqualTo(Money.of("9.92"));
        assertThat(check(first, after))
                .isEqualTo(denied(DenialCode.OPEN_TRADES_ABOVE_LIMIT, Map.of("trades", "3", "limit", "2")));
    }

    @Test
    void forgetsTradesThatAreOverAndKeepsThoseAwaitingSettlement() {
        Trade awaiting =
                Trade.replay(List.of(requested(Side.YES), entryFilled("a", Side.YES, "0.96", "10", "0.03"), expired()));
        assertThat(book(awaiting).exposure().total()).isEqualTo(Money.of("9.63"));
        assertThat(book(awaiting).exposure().openTrades()).isZero();
        assertThat(book(awaiting.apply(settled("0"))).exposure().total()).isEqualTo(Money.ZERO);
    }

    @Test
    void refusesLimitsThatLimitNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RiskLimits(
                        Quantity.of("10"),
                        Quantity.of("15"),
                        Quantity.of("20"),
                        Money.of("100"),
                        0,
                        9,
                        Money.ZERO,
                        Money.of("50"),
                        Money.of("80")))
                .withMessage("openTrades must be positive, was 0");
    }

    private static RiskDecision check(RiskRequest request, RiskBook book) {
        return RiskCheck.check(request, book, LIMITS);
    }

    private static Denied denied(DenialCode code, Map<String, String> facts) {
        return new Denied(code, new TreeMap<>(facts));
    }

    private static RiskRequest.Entry entry(MarketTicker ticker, Side side, String count) {
        Quantity contracts = Quantity.of(count);
        Money fee = new Money(contracts.units() * 20);
        return new RiskRequest.Entry(EVENT, ticker, side, contracts, Price.of("0.99"), fee, AT);
    }

    private static RiskBook book(Trade... trades) {
        return RiskBook.of(List.of(trades), List.of(), Money.of("100"), Money.ZERO, Money.ZERO, Unrealised.NONE, false);
    }

    private static RiskBook withPnl(String today, String week) {
        return RiskBook.of(
                List.of(), List.of(), Money.of("100"), Money.of(today), Money.of(week), Unrealised.NONE, false);
    }

    private static RiskBook withEntries(List<BusinessTime> entries) {
        return RiskBook.of(List.of(), entries, Money.of("100"), Money.ZERO, Money.ZERO, Unrealised.NONE, false);
    }
}
