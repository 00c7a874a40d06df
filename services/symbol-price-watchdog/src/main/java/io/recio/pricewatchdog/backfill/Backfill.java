package io.recio.pricewatchdog.backfill;

import io.recio.coinbase.CoinbaseException;
import io.recio.coinbase.ProductId;
import io.recio.coinbase.Trade;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Carries out requests one after the other on a worker thread of its own, until closed. What fails in passing is tried
 * again, with patience; what keeps failing is given up.
 */
public final class Backfill implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Backfill.class);

    /** A page of the exchange holds 1,000 trades; one less, and the page also shows that there is nothing more to ask. */
    private static final int PAGE = 999;

    private static final int MOST_TRIES = 6;
    private static final Duration FIRST_DELAY = Duration.ofSeconds(1);

    private final TradeHistory history;
    private final ProductId product;
    private final int mostPages;
    private final Consumer<Answer> answers;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("backfill").daemon().factory());

    private volatile boolean closed;

    /**
     * @param mostPages of trades in one request
     * @param answers told on the worker thread
     */
    public Backfill(TradeHistory history, ProductId product, int mostPages, Consumer<Answer> answers) {
        this.history = history;
        this.product = product;
        this.mostPages = mostPages;
        this.answers = answers;
    }

    /** Without effect once closed. */
    public void ask(Request request) {
        if (!closed) {
            worker.execute(() -> answer(request));
        }
    }

    /** Drops what is asked for; a call under way is interrupted. */
    @Override
    public void close() {
        closed = true;
        worker.shutdownNow();
    }

    private void answer(Request request) {
        try {
            switch (request) {
                case Request.Trades trades -> walkBack(trades);
                case Request.Candles candles ->
                    tell(new Answer.CandlePage(
                            candles, patiently(() -> history.candles(product, candles.from(), candles.to()))));
            }
            tell(new Answer.Done(request));
        } catch (CoinbaseException e) {
            if (!closed) {
                LOG.warnf("Gave up a backfill request=%s reason=%s", request, e.getMessage());
            }
            tell(new Answer.Failed(request, String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            LOG.errorf(e, "Backfill failed request=%s", request);
            tell(new Answer.Failed(request, "unexpected fault"));
        }
    }

    private void walkBack(Request.Trades request) {
        long to = request.to();
        for (int page = 0; page < mostPages && to >= request.from(); page++) {
            long last = to;
            long first = Math.max(request.from(), to - PAGE + 1);
            List<Trade> trades = patiently(() -> history.trades(product, first, last));
            if (trades.isEmpty()) {
                return;
            }
            tell(new Answer.TradePage(request, trades));
            if (trades.getFirst().time().isBefore(request.notBefore())) {
                return;
            }
            to = first - 1;
        }
    }

    private void tell(Answer answer) {
        if (!closed) {
            answers.accept(answer);
        }
    }

    /** Asks again while the fault may pass. */
    private <T> T patiently(Call<T> call) {
        Duration delay = FIRST_DELAY;
        for (int attempt = 1; ; attempt++) {
            try {
                return call.ask();
            } catch (CoinbaseException.Unavailable e) {
                pause(e, attempt, delay);
            } catch (CoinbaseException.RateLimited e) {
                pause(e, attempt, e.delay());
            }
            delay = delay.multipliedBy(2);
        }
    }

    private void pause(CoinbaseException fault, int attempt, Duration delay) {
        if (closed || attempt == MOST_TRIES) {
            throw fault;
        }
        LOG.debugf("Backfill waits attempt=%d delay=%s reason=%s", attempt, delay, fault.getMessage());
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw fault;
        }
    }

    private interface Call<T> {
        T ask();
    }
}
