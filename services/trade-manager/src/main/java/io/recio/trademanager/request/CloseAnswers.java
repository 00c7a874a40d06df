package io.recio.trademanager.request;

import io.recio.domain.trade.CloseReason;
import io.recio.storage.Statements;
import io.recio.storage.trading.TradeRequest.Close;
import io.recio.trademanager.close.CloseDecision;
import io.recio.trademanager.close.CloseRefusal;
import io.recio.trademanager.close.Closing;
import io.recio.trademanager.request.Answer.Denied;
import io.recio.trademanager.request.Answer.Placed;
import io.recio.trademanager.request.EntryAnswers.Entered;
import io.recio.trademanager.risk.RiskRow;
import io.recio.trademanager.trade.LoggedTrade;
import io.recio.trademanager.trade.TradeBook;
import io.recio.trademanager.trade.TradeLog;
import java.util.Map;
import java.util.Optional;

/** Answers a request to close within its transaction. No limit, switch or halt is asked. */
final class CloseAnswers {

    private final TradeBook book;
    private final TradeLog log;
    private final Closing closing;
    private final RiskRow riskRow;

    CloseAnswers(TradeBook book, TradeLog log, Closing closing, RiskRow riskRow) {
        this.book = book;
        this.log = log;
        this.closing = closing;
        this.riskRow = riskRow;
    }

    Entered answer(Statements statements, WaitingRequest request) {
        Close wish = request.close();
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
