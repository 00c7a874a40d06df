package io.recio.domain.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.entry.RowDecision.Enter;
import io.recio.domain.entry.RowDecision.Refused;
import io.recio.domain.fee.FeePrecision;
import io.recio.domain.fee.FeeSchedule;
import io.recio.domain.market.Book;
import io.recio.domain.market.EventTicker;
import io.recio.domain.market.Level;
import io.recio.domain.market.MarketStatus;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.PriceGrid;
import io.recio.domain.market.Side;
import io.recio.domain.market.Strike;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.price.Deltas;
import io.recio.domain.price.Momentum;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.price.Symbol;
import io.recio.domain.probability.ModelName;
import io.recio.domain.probability.NoProbability;
import io.recio.domain.probability.PriceBasis;
import io.recio.domain.probability.Probability;
import io.recio.domain.risk.RiskBook;
import io.recio.domain.risk.RiskLimits;
import io.recio.domain.risk.RiskRequest;
import io.recio.domain.risk.Unrealised;
import io.recio.domain.striketable.Edge;
import io.recio.domain.striketable.FeeEstimate;
import io.recio.domain.striketable.StrikeRow;
import io.recio.domain.striketable.StrikeTable;
import io.recio.domain.striketable.Watchlist;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.trade.TradeStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EntryRulesTest {

    private static final BusinessTime CLOSE = BusinessTime.parse("2026-11-22T17:00:00Z");
    private static final BusinessTime NOW = CLOSE.minus(Duration.ofSeconds(600));
    private static final EventTicker EVENT = new EventTicker("KXBTCD-26NOV2217");
    private static final MarketTicker FIRST = new MarketTicker("KXBTCD-26NOV2217-T114999.99");
    private static final MarketTicker SECOND = new MarketTicker("KXBTCD-26NOV2217-T115249.99");
    private static final FeeEstimate FEES =
            FeeSchedule.QUADRATIC.estimate(FeePrecision.CENT).orElseThrow();
    private static final EntrySettings ON =
            new EntrySettings(true, 120, 900, 95, 0.25, false, SpikeSettings.DEFAULT, 10, 1, true);

    /** Everything as it must be for an entry; each test changes one thing. */
    private static final class Case {
        private BusinessTime now = NOW;
        private Optional<EntrySettings> settings = Optional.of(ON);
        private Optional<String> suspension = Optional.empty();
        private List<NoProbability> stale = List.of();
        private Optional<Momentum> momentum = Optional.of(new Momentum(0.05));
        private SpikeAlert spike = new SpikeAlert(Optional.empty(), Optional.of(NOW));
        private List<EventTrade> trades = List.of();
        private List<EntryAttempt> attempts = List.of();
        private List<StrikeRow> rows = List.of(row(FIRST, 97.6, "0.95", "50"));
        private Optional<FeeEstimate> fees = Optional.of(FEES);
        private Optional<Book> book = Optional.empty();
        private boolean killSwitch;
        private RiskLimits limits = RiskLimits.DEFAULT;
        private boolean marketsKnown = true;

        EntryDecision decide() {
            StrikeTable table = new StrikeTable(
                    Symbol.BTC,
                    "Kalshi",
                    SpotPrice.of("115400"),
                    PriceBasis.INDEX,
                    600,
                    EVENT,
                    CLOSE,
                    "Bitcoin price",
                    MarketStatus.ACTIVE,
                    OptionalDouble.of(250),
                    now,
                    momentum,
                    Deltas.NONE,
                    Optional.of(ModelName.MOVE_TABLE),
                    stale,
                    rows);
            TreeMap<MarketTicker, EntryMarket> markets = new TreeMap<>();
            if (marketsKnown) {
                rows.forEach(row -> markets.put(row.ticker(), new EntryMarket(PriceGrid.LINEAR_CENT, book)));
            }
            return EntryRules.evaluate(new EntryInputs(
                    now,
                    settings,
                    suspension,
                    table,
                    new Watchlist(Symbol.BTC, EVENT, now, rows),
                    spike,
                    trades,
                    attempts,
                    markets,
                    Price.of("0.01"),
                    fees,
                    RiskBook.of(
                            List.of(),
                            List.of(),
                            Money.of("1000"),
                            Money.ZERO,
                            Money.ZERO,
                            Unrealised.NONE,
                            killSwitch),
                    limits));
        }
    }

    @Test
    void entersTheSideInTheMoneyWhenEveryCheckPasses() {
        EntryDecision decision = new Case().decide();
        assertThat(decision.state()).isEqualTo(new AutoTradeState.Active());
        assertThat(decision.refusals()).isEmpty();
        assertThat(decision.entries())
                .containsExactly(new Enter(
                        FIRST,
                        Side.YES,
                        Probability.ofPercent(97.6),
                        Price.of("0.95"),
                        Edge.of(Probability.ofPercent(97.6), Price.of("0.95")).less(Money.of("0.004")),
                        new RiskRequest.Entry(
                                EVENT, FIRST, Side.YES, Quantity.of("10"), Price.of("0.96"), Money.of("0.03"), NOW)));
        assertThat(decision.attempts()).containsExactly(new EntryAttempt(FIRST, Side.YES, NOW));
    }

    @Test
    void entersNothingWhileSwitchedOff() {
        Case off = new Case();
        off.settings = Optional.of(EntrySettings.DEFAULT);
        refusesAll(off, new AutoTradeState.Disabled(), RefusalCode.AUTO_ENTRY_OFF, Map.of());
    }

    @Test
    void entersNothingWithoutCompleteSettings() {
        Case incomplete = new Case();
        incomplete.settings = Optional.empty();
        refusesAll(
                incomplete,
                new AutoTradeState.Suspended("SETTINGS_INCOMPLETE"),
                RefusalCode.SETTINGS_INCOMPLETE,
                Map.of());
    }

    @Test
    void suspendsItselfWithTheReason() {
        Case suspended = new Case();
        suspended.suspension = Optional.of("RECONCILIATION_HALTED");
        refusesAll(
                suspended,
                new AutoTradeState.Suspended("RECONCILIATION_HALTED"),
                RefusalCode.SUSPENDED,
                Map.of("reason", "RECONCILIATION_HALTED"));
    }

    @Test
    void entersNothingWhileTheKillSwitchIsOn() {
        Case killed = new Case();
        killed.killSwitch = true;
        assertThat(killed.decide().state()).isEqualTo(new AutoTradeState.Suspended("KILL_SWITCH_ON"));
        assertThat(killed.decide().refusals()).containsExactly(refusal(RefusalCode.KILL_SWITCH_ON, Map.of()));
        assertThat(killed.decide().entries()).isEmpty();
    }

    @Test
    void entersNothingOnStaleInputs() {
        Case stale = new Case();
        stale.stale = List.of(NoProbability.PRICE_STALE, NoProbability.BOOK_STALE);
        refusesAll(
                stale,
                new AutoTradeState.Active(),
                RefusalCode.INPUTS_NOT_FRESH,
                Map.of("reasons", "PRICE_STALE BOOK_STALE"));
    }

    @Test
    void entersNothingWithoutMomentum() {
        Case unknown = new Case();
        unknown.momentum = Optional.empty();
        refusesAll(unknown, new AutoTradeState.Active(), RefusalCode.MOMENTUM_UNKNOWN, Map.of());
    }

    @ParameterizedTest
    @CsvSource({"120, ACTIVE", "900, ACTIVE", "119, INACTIVE", "901, INACTIVE"})
    void entersOnlyInsideTheTimeWindow(int ttcSeconds, String state) {
        Case timed = new Case();
        timed.now = CLOSE.minus(Duration.ofSeconds(ttcSeconds));
        timed.spike = new SpikeAlert(Optional.empty(), Optional.of(timed.now));
        EntryDecision decision = timed.decide();
        assertThat(decision.state().name()).isEqualTo(state);
        assertThat(decision.entries()).hasSize(state.equals("ACTIVE") ? 1 : 0);
    }

    @Test
    void saysHowFarOutsideTheWindowItIs() {
        Case early = new Case();
        early.now = CLOSE.minus(Duration.ofSeconds(1000));
        early.spike = new SpikeAlert(Optional.empty(), Optional.of(early.now));
        refusesAll(
                early,
                new AutoTradeState.Inactive(),
                RefusalCode.TTC_ABOVE_MAXIMUM,
                Map.of("ttc_seconds", "1000", "maximum", "900"));
    }

    @Test
    void entersNothingWhileASpikePausesIt() {
        Case spiked = new Case();
        spiked.spike = new SpikeAlert(Optional.of(NOW.minus(Duration.ofSeconds(1))), Optional.of(NOW));
        refusesAll(
                spiked,
                new AutoTradeState.Paused(Duration.ofSeconds(899)),
                RefusalCode.SPIKE_ALERT,
                Map.of("remaining_seconds", "899"));
    }

    @Test
    void gathersEveryReasonThatStopsAllInTheOrderOfTheChecks() {
        Case hopeless = new Case();
        hopeless.settings = Optional.of(EntrySettings.DEFAULT);
        hopeless.suspension = Optional.of("LEASE_LOST");
        hopeless.killSwitch = true;
        hopeless.stale = List.of(NoProbability.PRICE_STALE);
        hopeless.momentum = Optional.empty();
        hopeless.now = CLOSE.minus(Duration.ofSeconds(10));
        assertThat(hopeless.decide().refusals())
                .extracting(Refusal::code)
                .containsExactly(
                        RefusalCode.AUTO_ENTRY_OFF,
                        RefusalCode.SUSPENDED,
                        RefusalCode.KILL_SWITCH_ON,
                        RefusalCode.INPUTS_NOT_FRESH,
                        RefusalCode.MOMENTUM_UNKNOWN,
                        RefusalCode.TTC_BELOW_MINIMUM,
                        RefusalCode.SPIKE_ALERT);
    }

    @ParameterizedTest
    @EnumSource(
            value = TradeStatus.class,
            names = {"PENDING", "OPEN", "CLOSING"})
    void entersNoTickerWithALiveTradeOfEitherSide(TradeStatus status) {
        Case live = new Case();
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
        Case again = new Case();
        again.settings = Optional.of(allowed ? reEntering() : ON);
        again.trades = List.of(new EventTrade(FIRST, Side.YES, earlier));
        assertThat(again.decide().entries()).hasSize(enters ? 1 : 0);
        if (!enters) {
            refusesRow(again, RefusalCode.ALREADY_TRADED, Map.of("side", "YES", "status", earlier.name()));
        }
    }

    @Test
    void mayEnterTheOtherSideOfATradeThatIsOver() {
        Case other = new Case();
        other.trades = List.of(
                new EventTrade(FIRST, Side.NO, TradeStatus.CLOSED), new EventTrade(SECOND, Side.YES, TradeStatus.OPEN));
        assertThat(other.decide().entries()).hasSize(1);
    }

    @Test
    void coolsDownForTenSecondsAfterAnAttemptOnTheSameTickerAndSide() {
        Case cooling = new Case();
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
        Case unlikely = new Case();
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
        Case dear = new Case();
        dear.rows = List.of(row(FIRST, 97.2, "0.97", "50"));
        refusesRow(
                dear,
                RefusalCode.DIFFERENTIAL_BELOW_MINIMUM,
                Map.of("net_diff", "-0.1000", "minimum", "0.2500", "ask", "0.9700"));
    }

    @Test
    void paysNoSlippageThatWouldCostTheDifferential() {
        Case tight = new Case();
        tight.rows = List.of(row(FIRST, 96.0, "0.95", "50"));
        assertThat(tight.decide().entries())
                .extracting(enter -> enter.request().priceCap())
                .containsExactly(Price.of("0.95"));
    }

    @Test
    void needsAnAskAFeeAndAMarket() {
        Case without = new Case();
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
        Case thin = new Case();
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
        Case limited = new Case();
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
        Case two = new Case();
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
        Case row = new Case();
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

    @Test
    void decidesTheSameFromTheSameInputs() {
        EntryDecision first = new Case().decide();
        assertThat(EntryRules.evaluate(first.inputs())).isEqualTo(first);
    }

    private static void refusesAll(Case with, AutoTradeState state, RefusalCode code, Map<String, String> facts) {
        EntryDecision decision = with.decide();
        assertThat(decision.state()).isEqualTo(state);
        assertThat(decision.refusals()).containsExactly(refusal(code, facts));
        assertThat(decision.entries()).isEmpty();
        assertThat(decision.attempts()).isEmpty();
    }

    private static void refusesRow(Case with, RefusalCode code, Map<String, String> facts) {
        EntryDecision decision = with.decide();
        assertThat(decision.refusals()).isEmpty();
        assertThat(decision.rows()).containsExactly(new Refused(FIRST, Side.YES, List.of(refusal(code, facts))));
    }

    private static Refusal refusal(RefusalCode code, Map<String, String> facts) {
        return new Refusal(code, new TreeMap<>(facts));
    }

    private static EntrySettings reEntering() {
        return new EntrySettings(true, 120, 900, 95, 0.25, true, SpikeSettings.DEFAULT, 10, 1, true);
    }

    private static StrikeRow row(MarketTicker ticker, double percent, @Nullable String ask, @Nullable String size) {
        return new StrikeRow(
                ticker,
                Strike.above(SpotPrice.of("114999.99")),
                400,
                0.35,
                OptionalDouble.of(1.6),
                Side.YES,
                Optional.of(Probability.ofPercent(percent)),
                Optional.of(ModelName.MOVE_TABLE),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.ofNullable(ask).map(Price::of),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(size).map(Quantity::of),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Quantity.of("5000"));
    }
}
