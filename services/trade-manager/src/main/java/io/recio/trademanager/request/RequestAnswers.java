package io.recio.trademanager.request;

import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.SystemClock;
import io.recio.storage.ConstraintViolated;
import io.recio.storage.Statements;
import io.recio.trademanager.close.Closing;
import io.recio.trademanager.order.OrderIds;
import io.recio.trademanager.order.OrderIntents;
import io.recio.trademanager.request.Answer.Abandoned;
import io.recio.trademanager.request.Answer.Denied;
import io.recio.trademanager.request.Answer.Placed;
import io.recio.trademanager.request.EntryAnswers.Entered;
import io.recio.trademanager.risk.RiskRow;
import io.recio.trademanager.trade.Tenure;
import io.recio.trademanager.trade.TradeBook;
import io.recio.trademanager.trade.TradeLog;
import io.recio.trademanager.trade.TradeMetrics;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Answers all that waits, oldest first, each request in a transaction of its own. */
public final class RequestAnswers {

    private static final Logger LOG = Logger.getLogger(RequestAnswers.class);

    private final Tenure tenure;
    private final TradeBook book;
    private final RequestQueue queue;
    private final EntryAnswers entries;
    private final CloseAnswers closes;
    private final TradeMetrics metrics;

    public RequestAnswers(
            Tenure tenure,
            TradeBook book,
            TradeLog log,
            OrderIntents intents,
            OrderIds orderIds,
            Supplier<UUID> ids,
            Closing closing,
            RiskRow riskRow,
            TradeMetrics metrics,
            BusinessClock business,
            SystemClock clock) {
        this.tenure = tenure;
        this.book = book;
        this.queue = new RequestQueue(tenure);
        this.entries = new EntryAnswers(tenure, book, log, intents, orderIds, ids, riskRow, business, clock);
        this.closes = new CloseAnswers(book, log, closing, riskRow, business, clock);
        this.metrics = metrics;
    }

    private record Answered(WaitingRequest request, Entered entered) {}

    /** A request that cannot be answered as it stands; its transaction is undone. */
    private static final class Unanswerable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient WaitingRequest request;

        private Unanswerable(WaitingRequest request, RuntimeException cause) {
            super(cause.getMessage(), cause);
            this.request = request;
        }
    }

    public void answerAll() {
        boolean more = true;
        while (more) {
            more = answerNext();
        }
    }

    private boolean answerNext() {
        try {
            Optional<Answered> answered = tenure.fenced(tx -> queue.next(tx).map(request -> answer(tx, request)));
            answered.ifPresent(this::done);
            return answered.isPresent();
        } catch (Unanswerable e) {
            refuse(e);
            return true;
        }
    }

    private Answered answer(Statements statements, WaitingRequest request) {
        try {
            Entered entered =
                    switch (request.kind()) {
                        case "open" -> entries.answer(statements, request);
                        case "close" -> closes.answer(statements, request);
                        case "abandon" -> closes.answerAbandonment(statements, request);
                        default -> throw new IllegalArgumentException("kind of request is unknown: " + request.kind());
                    };
            queue.answer(statements, request.id(), entered.answer());
            return new Answered(request, entered);
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException | ConstraintViolated e) {
            throw new Unanswerable(request, e);
        }
    }

    /** Either way the queue goes on. After a fault of ours the memory is not trusted: the desk recovers. */
    private void refuse(Unanswerable unanswerable) {
        boolean ours = unanswerable.getCause() instanceof IllegalStateException;
        Denied denied = Denied.of(
                ours ? RequestDenial.FAULT : RequestDenial.BAD_REQUEST,
                ours ? Map.of() : Map.of("problem", String.valueOf(unanswerable.getMessage())));
        tenure.fenced(tx -> {
            queue.answer(tx, unanswerable.request.id(), denied);
            return denied;
        });
        done(new Answered(unanswerable.request, new Entered(denied, Optional.empty())));
        if (ours) {
            throw unanswerable;
        }
    }

    private void done(Answered answered) {
        WaitingRequest request = answered.request();
        answered.entered().trade().ifPresent(book::put);
        switch (answered.entered().answer()) {
            case Placed placed -> {
                metrics.placed(request.kind());
                LOG.infof(
                        "Order placed kind=%s trade=%s order=%s ticker=%s side=%s by=%s",
                        request.kind(),
                        placed.trade(),
                        placed.order(),
                        request.ticker(),
                        request.side(),
                        request.onBehalfOf().orElse(request.requestedBy()));
            }
            case Abandoned abandoned -> {
                metrics.placed(request.kind());
                LOG.infof(
                        "Attempts to sell stopped trade=%s ticker=%s side=%s by=%s",
                        abandoned.trade(),
                        request.ticker(),
                        request.side(),
                        request.onBehalfOf().orElse(request.requestedBy()));
            }
            case Denied denied -> {
                metrics.denied(request.kind(), denied.code());
                LOG.infof(
                        "Request denied kind=%s request=%s ticker=%s side=%s code=%s facts=%s",
                        request.kind(), request.id(), request.ticker(), request.side(), denied.code(), denied.facts());
            }
        }
    }
}
