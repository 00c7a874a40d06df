package io.recio.trademanager.request;

import io.recio.domain.fee.FeePrecision;
import io.recio.domain.market.Market;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.order.BookSide;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.order.OrderIntent;
import io.recio.domain.order.OrderPricing;
import io.recio.domain.striketable.QuotedMarket;
import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemClock;
import io.recio.domain.trade.TradeEvent.TradeDenied;
import io.recio.domain.trade.TradeEvent.TradeRequested;
import io.recio.domain.trade.TradeId;
import io.recio.domain.trade.TradeTerms;
import io.recio.storage.Statements;
import io.recio.storage.Together;
import io.recio.storage.account.AccountReader;
import io.recio.storage.json.DomainJson;
import io.recio.storage.market.HourlyEvent;
import io.recio.storage.market.MarketStore;
import io.recio.storage.settings.SettingsStore;
import io.recio.storage.trading.RiskReader;
import io.recio.storage.trading.TradeRequest.Open;
import io.recio.trademanager.order.OrderIds;
import io.recio.trademanager.order.OrderIntents;
import io.recio.trademanager.request.Answer.Denied;
import io.recio.trademanager.request.Answer.Placed;
import io.recio.trademanager.risk.RiskRow;
import io.recio.trademanager.risk.RiskState;
import io.recio.trademanager.trade.LoggedTrade;
import io.recio.trademanager.trade.Tenure;
import io.recio.trademanager.trade.TradeBook;
import io.recio.trademanager.trade.TradeLog;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Answers a request to open within its transaction: locks, looks again, holds it against the limits, writes it down. */
final class EntryAnswers {

    /** An entry not sent by then is never sent. */
    private static final Duration TIME_TO_SEND = Duration.ofSeconds(2);

    private static final Duration AGE = Duration.ofSeconds(10);

    private final TradeBook book;
    private final TradeLog log;
    private final OrderIntents intents;
    private final OrderIds orderIds;
    private final Supplier<UUID> ids;
    private final RiskRow riskRow;
    private final BusinessClock business;
    private final SystemClock clock;
    private final MarketStore markets = new MarketStore();
    private final SettingsStore settings = new SettingsStore();
    private final AccountReader account;
    private final RiskReader risk;

    private FeePrecision precision = FeePrecision.CENT;
    private boolean entriesRest;
    private long readAt;
    private boolean known;

    EntryAnswers(
            Tenure tenure,
            TradeBook book,
            TradeLog log,
            OrderIntents intents,
            OrderIds orderIds,
            Supplier<UUID> ids,
            RiskRow riskRow,
            BusinessClock business,
            SystemClock clock) {
        this.book = book;
        this.log = log;
        this.intents = intents;
        this.orderIds = orderIds;
        this.ids = ids;
        this.riskRow = riskRow;
        this.business = business;
        this.clock = clock;
        this.account = new AccountReader(tenure.installation());
        this.risk = new RiskReader(tenure.installation());
    }

    private record Found(HourlyEvent event, EntryGround ground) {}

    /** An answer, and the trade it began. */
    record Entered(Answer answer, Optional<LoggedTrade> trade) {}

    Entered answer(Statements statements, WaitingRequest request) {
        Open wish = request.open();
        RiskState state = riskRow.lock(statements, request.isManual());
        riskRow.lockMarket(statements, wish.ticker());
        Optional<QuotedMarket> quoted = markets.market(statements, wish.ticker());
        return quoted.flatMap(known -> look(statements, known, state))
                .map(found -> answer(statements, request, wish, found))
                .orElseGet(() -> new Entered(unknown(wish.ticker()), Optional.empty()));
    }

    private Entered answer(Statements statements, WaitingRequest request, Open wish, Found found) {
        EntryGround ground = found.ground();
        TradeRequested requested =
                new TradeRequested(terms(request, wish, ground.quoted().market(), found.event()), ground.now());
        return EntryRules.denial(request, wish, ground)
                .map(denied -> deny(statements, request, requested, denied))
                .orElseGet(() -> place(statements, request, requested, ground));
    }

    /** Empty when the market's event is not known. */
    private Optional<Found> look(Statements statements, QuotedMarket quoted, RiskState state) {
        Market market = quoted.market();
        BusinessTime now = business.now();
        try (Together reads = statements.together()) {
            var event = reads.read(each -> markets.event(each, market.event()));
            var feed = reads.read(each -> markets.bookFeed(each, market.event()));
            var trading = reads.read(each -> markets.isTrading(each, market.exchangeIndex()));
            var atRisk = reads.read(each -> risk.book(each, book.trades(), market.exchangeIndex(), now));
            var limits = reads.read(settings::riskLimits);
            readWhatChangesSeldom(statements);
            return event.get()
                    .map(known -> new Found(
                            known,
                            new EntryGround(
                                    quoted,
                                    feed.get(),
                                    trading.get(),
                                    known.fees(precision),
                                    state,
                                    atRisk.get(),
                                    limits.get(),
                                    now)));
        }
    }

    private TradeTerms terms(WaitingRequest request, Open wish, Market market, HourlyEvent event) {
        return new TradeTerms(
                new TradeId(ids.get()),
                event.symbol(),
                market.event(),
                wish.ticker(),
                market.strike(),
                market.closesAt(),
                wish.side(),
                wish.quantity(),
                wish.priceCap(),
                orderIds.next(),
                request.strategy(),
                request.probabilitySeen());
    }

    private Entered place(Statements statements, WaitingRequest request, TradeRequested requested, EntryGround ground) {
        TradeTerms terms = requested.terms();
        Market market = ground.quoted().market();
        ClientOrderId order = terms.entryOrder();
        LoggedTrade logged = log.begin(statements, requested, List.of(), request.origin(), clock.now());
        OrderIntent intent = OrderIntent.entry(
                order,
                terms.ticker(),
                BookSide.toBuy(terms.side()),
                terms.count(),
                OrderPricing.entryYesPrice(terms.side(), terms.priceCap(), market.grid()),
                Optional.empty(),
                market.exchangeIndex(),
                ground.state().readAt().plus(TIME_TO_SEND));
        intents.insert(
                statements,
                terms.id(),
                entriesRest && !request.isManual() ? intent.resting() : intent,
                market.closesAt());
        return new Entered(new Placed(terms.id(), order), Optional.of(logged));
    }

    /** Leaves a trade that says so, for the screen. */
    private Entered deny(Statements statements, WaitingRequest request, TradeRequested requested, Denied denied) {
        TradeDenied event = new TradeDenied(denied.code(), DomainJson.write(denied.facts()), requested.at());
        LoggedTrade logged = log.begin(statements, requested, List.of(event), request.origin(), clock.now());
        return new Entered(denied, Optional.of(logged));
    }

    private static Denied unknown(MarketTicker ticker) {
        return Denied.of(RequestDenial.MARKET_UNKNOWN, Map.of("ticker", ticker.value()));
    }

    /** What an entry need not wait for every time; the executor looks again whether anything may rest. */
    private void readWhatChangesSeldom(Statements statements) {
        if (!known || clock.nanos() - readAt > AGE.toNanos()) {
            precision = account.feePrecision(statements);
            entriesRest = settings.orders(statements).entriesRest();
            readAt = clock.nanos();
            known = true;
        }
    }
}
