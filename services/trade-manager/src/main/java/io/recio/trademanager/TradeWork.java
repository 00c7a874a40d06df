package io.recio.trademanager;

import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.SystemClock;
import io.recio.trademanager.close.Closing;
import io.recio.trademanager.order.OrderIds;
import io.recio.trademanager.order.OrderIntents;
import io.recio.trademanager.request.RequestAnswers;
import io.recio.trademanager.risk.RiskRow;
import io.recio.trademanager.trade.Tenure;
import io.recio.trademanager.trade.TradeBook;
import io.recio.trademanager.trade.TradeLog;
import io.recio.trademanager.trade.TradeMetrics;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The manager's work under one lease; its memory ends with it. */
final class TradeWork {

    private final Closing closing;
    private final RequestAnswers requests;
    private final RiskRow riskRow;
    private final Tenure tenure;

    TradeWork(Tenure tenure, Supplier<UUID> ids, TradeMetrics metrics, BusinessClock business, SystemClock clock) {
        this.tenure = tenure;
        TradeBook book = new TradeBook();
        TradeLog log = new TradeLog(tenure);
        OrderIntents intents = new OrderIntents(tenure);
        OrderIds orderIds = new OrderIds(tenure.installation().prefix(), ids);
        this.riskRow = new RiskRow(tenure);
        this.closing = new Closing(tenure, book, log, intents, orderIds, business, clock);
        this.requests = new RequestAnswers(
                tenure, book, log, intents, orderIds, ids, closing, riskRow, metrics, business, clock);
    }

    void recover() {
        tenure.fenced(tx -> {
            riskRow.ensure(tx);
            return riskRow;
        });
    }

    void answerRequests() {
        requests.answerAll();
    }

    void keepBooks() {
        closing.retryDue();
    }

    void finish() {}

    Optional<Duration> untilNextAttempt() {
        return closing.untilNextAttempt();
    }
}
