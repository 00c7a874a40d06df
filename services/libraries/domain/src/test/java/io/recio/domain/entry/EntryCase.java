package io.recio.domain.entry;

import io.recio.domain.fee.FeePrecision;
import io.recio.domain.fee.FeeSchedule;
import io.recio.domain.market.Book;
import io.recio.domain.market.EventTicker;
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
import io.recio.domain.risk.Unrealised;
import io.recio.domain.striketable.FeeEstimate;
import io.recio.domain.striketable.StrikeRow;
import io.recio.domain.striketable.StrikeTable;
import io.recio.domain.striketable.Watchlist;
import io.recio.domain.time.BusinessTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Everything as it must be for an entry; each test changes one thing. */
final class EntryCase {

    static final BusinessTime CLOSE = BusinessTime.parse("2026-11-22T17:00:00Z");
    static final BusinessTime NOW = CLOSE.minus(Duration.ofSeconds(600));
    static final EventTicker EVENT = new EventTicker("KXBTCD-26NOV2217");
    static final MarketTicker FIRST = new MarketTicker("KXBTCD-26NOV2217-T114999.99");
    static final MarketTicker SECOND = new MarketTicker("KXBTCD-26NOV2217-T115249.99");
    static final FeeEstimate FEES =
            FeeSchedule.QUADRATIC.estimate(FeePrecision.CENT).orElseThrow();
    static final EntrySettings ON =
            new EntrySettings(true, 120, 900, 95, 0.25, false, SpikeSettings.DEFAULT, 10, 1, true);

    BusinessTime now = NOW;
    Optional<EntrySettings> settings = Optional.of(ON);
    Optional<String> suspension = Optional.empty();
    List<NoProbability> stale = List.of();
    Optional<Momentum> momentum = Optional.of(new Momentum(0.05));
    SpikeAlert spike = new SpikeAlert(Optional.empty(), Optional.of(NOW));
    List<EventTrade> trades = List.of();
    List<EntryAttempt> attempts = List.of();
    List<StrikeRow> rows = List.of(row(FIRST, 97.6, "0.95", "50"));
    Optional<FeeEstimate> fees = Optional.of(FEES);
    Optional<Book> book = Optional.empty();
    boolean killSwitch;
    RiskLimits limits = RiskLimits.DEFAULT;
    boolean marketsKnown = true;

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
                        List.of(), List.of(), Money.of("1000"), Money.ZERO, Money.ZERO, Unrealised.NONE, killSwitch),
                limits));
    }

    static StrikeRow row(MarketTicker ticker, double percent, @Nullable String ask, @Nullable String size) {
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

    static Refusal refusal(RefusalCode code, Map<String, String> facts) {
        return new Refusal(code, new TreeMap<>(facts));
    }

    static EntrySettings reEntering() {
        return new EntrySettings(true, 120, 900, 95, 0.25, true, SpikeSettings.DEFAULT, 10, 1, true);
    }
}
