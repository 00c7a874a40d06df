package io.recio.autoentry.entry;

import io.recio.autoentry.AutoEntryConfig;
import io.recio.autoentry.journal.DecisionJournal;
import io.recio.domain.entry.EntryInputs;
import io.recio.domain.entry.EntryMarket;
import io.recio.domain.entry.EntrySettings;
import io.recio.domain.entry.SpikeAlert;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.striketable.FeeEstimate;
import io.recio.domain.striketable.QuotedMarket;
import io.recio.domain.striketable.StrikeRow;
import io.recio.domain.striketable.StrikeTable;
import io.recio.domain.striketable.Watchlist;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemClock;
import io.recio.storage.Database;
import io.recio.storage.Statements;
import io.recio.storage.Together;
import io.recio.storage.account.AccountReader;
import io.recio.storage.market.HourlyEvent;
import io.recio.storage.market.MarketStore;
import io.recio.storage.settings.SettingsStore;
import io.recio.storage.striketable.StrikeTableStore;
import io.recio.storage.system.Installation;
import io.recio.storage.trading.RiskReader;
import io.recio.storage.trading.TradeReader;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/** Gathers from the database all that one evaluation looks at. */
final class EntryInputsReader {

    private static final Logger LOG = Logger.getLogger(EntryInputsReader.class);

    private static final Duration ATTEMPTS_LOOKED_BACK = Duration.ofSeconds(30);

    private final Database database;
    private final DecisionJournal journal;
    private final AutoEntryConfig config;
    private final SystemClock clock;
    private final MarketStore markets = new MarketStore();
    private final SettingsStore settings = new SettingsStore();
    private final AccountReader account;
    private final TradeReader trades;
    private final RiskReader risk;

    EntryInputsReader(
            Database database,
            DecisionJournal journal,
            AutoEntryConfig config,
            SystemClock clock,
            Installation installation) {
        this.database = database;
        this.journal = journal;
        this.config = config;
        this.clock = clock;
        this.account = new AccountReader(installation);
        this.trades = new TradeReader(installation);
        this.risk = new RiskReader(installation);
    }

    /** The operator's settings; empty, and logged, when they contradict each other. */
    Optional<EntrySettings> settings(Statements statements) {
        try {
            return Optional.of(settings.entry(statements));
        } catch (IllegalArgumentException e) {
            LOG.warnf("Settings of auto entry are unusable reason=%s", e.getMessage());
            return Optional.empty();
        }
    }

    /** The table is the clock: its own time is the moment of the decision. */
    EntryInputs read(StrikeTableStore.Watched watched, Optional<EntrySettings> current, SpikeAlert spike) {
        StrikeTable table = watched.stored().table();
        Watchlist watchlist = watched.watchlist();
        BusinessTime now = table.lastUpdated();
        try (Together reads = database.together()) {
            var event = reads.read(statements -> markets.currentEvent(statements, table.symbol(), now));
            var precision = reads.read(account::feePrecision);
            var suspension = reads.read(this::suspension);
            var eventTrades = reads.read(statements -> trades.ofEvent(statements, table.eventTicker()));
            var attempts = reads.read(
                    statements -> journal.attempts(statements, table.eventTicker(), now.minus(ATTEMPTS_LOOKED_BACK)));
            var watchedMarkets = reads.read(statements -> watched(statements, watchlist));
            var orders = reads.read(settings::orders);
            var atRisk = reads.read(trades::atRisk);
            var limits = reads.read(settings::riskLimits);
            int shard = event.get().map(HourlyEvent::exchangeIndex).orElse(0);
            var book = reads.read(statements -> risk.book(statements, atRisk.get(), shard, now));
            Optional<FeeEstimate> fees = event.get().flatMap(known -> known.fees(precision.get()));
            return new EntryInputs(
                    now,
                    current,
                    suspension.get().or(() -> tooOld(watched.stored())),
                    table,
                    watchlist,
                    spike,
                    eventTrades.get(),
                    attempts.get(),
                    watchedMarkets.get(),
                    orders.get().entrySlippage(),
                    fees,
                    book.get(),
                    limits.get());
        }
    }

    /** What holds automation back whatever the operator wants: others' suspensions, the account. */
    private Optional<String> suspension(Statements statements) {
        Optional<String> byOthers = statements
                .first("SELECT suspended_by, reason FROM system.suspensions WHERE automation = 'auto_entry' LIMIT 1")
                .map(row -> row.getString("suspended_by") + ": " + row.getString("reason"));
        return byOthers.or(() -> risk.halt(statements)).or(() -> account.staleness(statements));
    }

    private Optional<String> tooOld(StrikeTableStore.Stored stored) {
        Duration age = stored.writtenAt().until(clock.now());
        return age.compareTo(config.tableAgeLimit()) > 0
                ? Optional.of("strike table is " + age.toSeconds() + " s old")
                : Optional.empty();
    }

    private SortedMap<MarketTicker, EntryMarket> watched(Statements statements, Watchlist watchlist) {
        SortedMap<MarketTicker, EntryMarket> known = new TreeMap<>();
        if (!watchlist.rows().isEmpty()) {
            for (QuotedMarket quoted : markets.markets(
                    statements, watchlist.rows().stream().map(StrikeRow::ticker).toList())) {
                known.put(
                        quoted.market().ticker(),
                        new EntryMarket(quoted.market().grid(), Optional.of(quoted.book())));
            }
        }
        return known;
    }
}
