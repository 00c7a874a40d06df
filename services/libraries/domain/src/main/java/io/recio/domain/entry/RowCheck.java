package io.recio.domain.entry;

import io.recio.domain.entry.RowDecision.Enter;
import io.recio.domain.entry.RowDecision.Refused;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.OrderPricing;
import io.recio.domain.probability.Probability;
import io.recio.domain.risk.RiskBook;
import io.recio.domain.risk.RiskCheck;
import io.recio.domain.risk.RiskDecision;
import io.recio.domain.risk.RiskRequest;
import io.recio.domain.striketable.Edge;
import io.recio.domain.striketable.FeeEstimate;
import io.recio.domain.striketable.StrikeRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The checks of one watchlist row, in their order; gathers every reason why not. */
final class RowCheck {

    static final Duration COOLDOWN = Duration.ofSeconds(10);

    private static final long UNITS_PER_CONTRACT = Quantity.ofContracts(1).units();

    private final EntryInputs inputs;
    private final EntrySettings settings;
    private final StrikeRow row;
    private final RiskBook risk;
    private final MarketTicker ticker;
    private final Side side;
    private final List<Refusal> refusals = new ArrayList<>();

    RowCheck(EntryInputs inputs, EntrySettings settings, StrikeRow row, RiskBook risk) {
        this.inputs = inputs;
        this.settings = settings;
        this.row = row;
        this.risk = risk;
        this.ticker = row.ticker();
        this.side = row.activeSide();
    }

    /** @param open whether no reason stops all rows */
    RowDecision decide(boolean open) {
        checkTrades();
        checkCooldown();
        Optional<Enter> entry = checkProbability().flatMap(this::checkOffer);
        if (open && refusals.isEmpty() && entry.isPresent()) {
            return entry.get();
        }
        return new Refused(ticker, side, refusals);
    }

    private void checkTrades() {
        for (EventTrade trade : inputs.trades()) {
            if (!trade.ticker().equals(ticker)) {
                continue;
            }
            Map<String, String> facts =
                    Map.of("side", trade.side().name(), "status", trade.status().name());
            if (trade.status().isLive()) {
                refuse(RefusalCode.LIVE_TRADE_ON_TICKER, facts);
            } else if (trade.side() == side && blocksReEntry(trade)) {
                refuse(RefusalCode.ALREADY_TRADED, facts);
            }
        }
    }

    private boolean blocksReEntry(EventTrade trade) {
        return switch (trade.status()) {
            case CLOSED -> !settings.allowReEntry();
            case PENDING, OPEN, CLOSING, EXPIRED, DENIED, REJECTED, MISSED -> trade.wasEntered();
        };
    }

    private void checkCooldown() {
        inputs.attempts().stream()
                .filter(attempt -> attempt.ticker().equals(ticker) && attempt.side() == side)
                .map(attempt -> COOLDOWN.minus(attempt.at().until(inputs.now())))
                .filter(Duration::isPositive)
                .max(Duration::compareTo)
                .ifPresent(left ->
                        refuse(RefusalCode.COOLING_DOWN, Map.of("remaining_ms", Long.toString(left.toMillis()))));
    }

    private Optional<Probability> checkProbability() {
        Optional<Probability> probability = row.probability(side);
        if (probability.isEmpty()) {
            String reasons = row.noProbability().stream().map(Enum::name).collect(Collectors.joining(" "));
            refuse(RefusalCode.PROBABILITY_UNKNOWN, Map.of("reasons", reasons));
        } else if (!(probability.get().percent() >= settings.minProbabilityPercent())) {
            refuse(
                    RefusalCode.PROBABILITY_BELOW_MINIMUM,
                    Map.of(
                            "probability", number(probability.get().percent()),
                            "minimum", number(settings.minProbabilityPercent())));
        }
        return probability;
    }

    private Optional<Enter> checkOffer(Probability probability) {
        Optional<Price> ask = row.ask(side);
        EntryMarket market = inputs.markets().get(ticker);
        if (market == null) {
            refuse(RefusalCode.MARKET_UNKNOWN, Map.of("ticker", ticker.value()));
        }
        if (ask.isEmpty()) {
            refuse(RefusalCode.NO_ASK, Map.of("side", side.name()));
        }
        if (inputs.fees().isEmpty()) {
            refuse(RefusalCode.FEE_UNKNOWN, Map.of());
        }
        if (market == null || ask.isEmpty() || inputs.fees().isEmpty()) {
            return Optional.empty();
        }
        return checkPrice(probability, ask.get(), market, inputs.fees().get());
    }

    private Optional<Enter> checkPrice(Probability probability, Price ask, EntryMarket market, FeeEstimate fees) {
        Quantity count = settings.count();
        Edge atAsk = netDiff(probability, ask, fees);
        Optional<Price> cap = OrderPricing.entryCap(
                side,
                ask,
                inputs.slippage(),
                settings.minDifferentialCents(),
                price -> OptionalDouble.of(netDiff(probability, price, fees).cents()),
                market.grid());
        if (cap.isEmpty()) {
            refuse(
                    RefusalCode.DIFFERENTIAL_BELOW_MINIMUM,
                    Map.of(
                            "net_diff", number(atAsk.cents()),
                            "minimum", number(settings.minDifferentialCents()),
                            "ask", ask.toString()));
            return Optional.empty();
        }
        checkSize(cap.get(), count, market);
        RiskRequest.Entry request = new RiskRequest.Entry(
                inputs.table().eventTicker(),
                ticker,
                side,
                count,
                cap.get(),
                wholeFee(fees.perContract(cap.get(), count), count),
                inputs.now());
        checkRisk(request);
        return Optional.of(new Enter(ticker, side, probability, ask, atAsk, request));
    }

    private void checkSize(Price cap, Quantity count, EntryMarket market) {
        Quantity offered = market.book()
                .map(book -> book.depth(side, cap))
                .orElse(row.askSize(side).orElse(Quantity.ZERO));
        if (settings.requireAskSize() && !offered.isAtLeast(count)) {
            refuse(
                    RefusalCode.ASK_SIZE_TOO_SMALL,
                    Map.of("offered", offered.toString(), "count", count.toString(), "cap", cap.toString()));
        }
    }

    private void checkRisk(RiskRequest.Entry request) {
        switch (RiskCheck.check(request, risk, inputs.limits())) {
            case RiskDecision.Allowed allowed -> {}
            case RiskDecision.Denied denied -> {
                Map<String, String> facts = new TreeMap<>(denied.facts());
                facts.put("code", denied.code().name());
                refuse(RefusalCode.RISK_LIMIT, facts);
            }
        }
    }

    private Edge netDiff(Probability probability, Price price, FeeEstimate fees) {
        return Edge.of(probability, price).less(fees.perContract(price, settings.count()));
    }

    private void refuse(RefusalCode code, Map<String, String> facts) {
        refusals.add(Refusal.of(code, facts));
    }

    private static Money wholeFee(Money perContract, Quantity count) {
        return new Money(Math.ceilDiv(Math.multiplyExact(perContract.units(), count.units()), UNITS_PER_CONTRACT));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
