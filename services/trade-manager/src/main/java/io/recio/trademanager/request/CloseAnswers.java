package io.recio.trademanager.request;

import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.SystemClock;
import io.recio.domain.trade.CloseReason;
import io.recio.domain.trade.TradeEvent.CloseAbandoned;
import io.recio.domain.trade.TradeStatus;
import io.recio.storage.Statements;
import io.recio.storage.trading.TradeRequest.Wish;
import io.recio.trademanager.close.CloseDecision;
import io.recio.trademanager.close.CloseRefusal;
import io.recio.trademanager.close.Closing;
import io.recio.trademanager.request.Answer.Abandoned;
import io.recio.trademanager.request.Answer.Denied;
import io.recio.trademanager.request.Answer.Placed;
import io.recio.trademanager.request.EntryAnswers.Entered;
import io.recio.trademanager.risk.RiskRow;
import io.recio.trademanager.trade.LoggedTrade;
import io.recio.trademanager.trade.TradeBook;
import io.recio.trademanager.trade.TradeLog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Answers requests to close, and to stop closing, within their transaction. No limit or halt is asked. */
final class CloseAnswers {

    private final TradeBook book;
    private final TradeLog log;
    private final Closing closing;
    private final RiskRow riskRow;
    private final BusinessClock business;
    private final SystemClock clock;

    CloseAnswers(
            TradeBook book, TradeLog log, Closing closing, RiskRow riskRow, BusinessClock business, SystemClock clock) {
        this.book = book;
        this.log = log;
        this.closing = closing;
        this.riskRow = riskRow;
        this.business = business;
        this.clock = clock;
    }

    Entered answer(Statements statements, WaitingRequest request) {
        return answer(statements, request, request.close(), logged -> close(statements, request, logged));
    }

    /** Stops the attempts to sell. An order that is out is not taken back: it lives for a moment, or is in doubt. */
    Entered answerAbandonment(Statements statements, WaitingRequest request) {
        return answer(statements, request, request.abandon(), logged -> abandon(statements, request, logged));
    }

    private Entered answer(
            Statements statements, WaitingRequest request, Wish wish, Function<LoggedTrade, Entered> decision) {
        Optional<LoggedTrade> known = book.find(request.trade()).or(() -> log.find(statements, request.trade()));
        if (known.isEmpty()) {
            return denied(
                    CloseRefusal.TRADE_UNKNOWN,
                    Map.of("tradeId", request.trade().toString()));
        }
        riskRow.lockMarket(statements, wish.ticker());
        LoggedTrade logged = known.get();
        if (!logged.trade().terms().ticker().equals(wish.ticker())
                || logged.trade().terms().side() != wish.side()) {
            return denied(
                    CloseRefusal.TRADE_DIFFERS,
                    Map.of(
                            "ticker", logged.trade().terms().ticker().value(),
                            "side", logged.trade().terms().side().name()));
        }
        return decision.apply(logged);
    }

    private Entered abandon(Statements statements, WaitingRequest request, LoggedTrade logged) {
        if (logged.trade().status() != TradeStatus.CLOSING
                || logged.trade().keptBy().isPresent()) {
            return denied(
                    CloseRefusal.NOT_CLOSING,
                    Map.of("status", logged.trade().status().name()));
        }
        if (riskRow.read(statements).mustFlatten()) {
            return denied(CloseRefusal.FLATTENING, Map.of());
        }
        CloseAbandoned event = new CloseAbandoned(request.onBehalfOf().orElse(request.requestedBy()), business.now());
        return new Entered(
                new Abandoned(logged.id()), Optional.of(log.append(statements, logged, List.of(event), clock.now())));
    }

    private Entered close(Statements statements, WaitingRequest request, LoggedTrade logged) {
        CloseReason reason = request.closeReason();
        if (closing.retriesByItself(logged) && !reason.isEmergency()) {
            return denied(
                    CloseRefusal.CLOSE_UNDER_WAY,
                    Map.of("status", logged.trade().status().name()));
        }
        return switch (closing.decide(statements, logged, reason)) {
            case CloseDecision.Refused refused -> denied(refused.code(), refused.facts());
            case CloseDecision.Sell sell ->
                new Entered(
                        new Placed(logged.id(), sell.intent().clientOrderId()),
                        Optional.of(closing.write(statements, logged, sell)));
        };
    }

    private static Entered denied(CloseRefusal code, Map<String, String> facts) {
        return new Entered(Denied.of(code, facts), Optional.empty());
    }
}
