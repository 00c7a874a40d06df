package io.recio.pricewatchdog.backfill;

import static io.recio.pricewatchdog.Prints.BTC;
import static io.recio.pricewatchdog.Prints.at;
import static io.recio.pricewatchdog.Prints.candle;
import static io.recio.pricewatchdog.Prints.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.recio.coinbase.Candle;
import io.recio.coinbase.ProductId;
import io.recio.coinbase.Trade;
import io.recio.domain.time.BusinessTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackfillTest {

    /** One trade a second, its id the second. */
    private static final class FakeHistory implements TradeHistory {

        private final List<String> asked = new CopyOnWriteArrayList<>();
        private volatile boolean broken;

        @Override
        public List<Trade> trades(ProductId product, long from, long to) {
            asked.add(from + "-" + to);
            if (broken) {
                throw new IllegalStateException("broken on purpose");
            }
            return LongStream.rangeClosed(Math.max(from, 1000), to)
                    .mapToObj(id -> trade(id, id, "100"))
                    .toList();
        }

        @Override
        public List<Candle> candles(ProductId product, BusinessTime from, BusinessTime to) {
            return List.of(candle(0, "1", "1", "1", "1", "1"));
        }
    }

    private final FakeHistory history = new FakeHistory();
    private final List<Answer> answers = new CopyOnWriteArrayList<>();
    private final Backfill backfill = new Backfill(history, BTC, 3, answers::add);

    @AfterEach
    void close() {
        backfill.close();
    }

    @Test
    void walksBackInPagesUntilTheMomentWanted() {
        Request.Trades request = new Request.Trades(1, 5000, at(3500));
        answer(request);

        assertThat(history.asked).containsExactly("4002-5000", "3003-4001");
        assertThat(answers).hasSize(3).endsWith(new Answer.Done(request));
    }

    @Test
    void stopsAtTheLowestIdWanted() {
        answer(new Request.Trades(4500, 5000, at(0)));

        assertThat(history.asked).containsExactly("4500-5000");
        assertThat(((Answer.TradePage) answers.getFirst()).trades()).hasSize(501);
    }

    @Test
    void stopsWhenTheExchangeListsNoMore() {
        answer(new Request.Trades(1, 1500, at(0)));

        assertThat(history.asked).containsExactly("502-1500", "1-501");
    }

    @Test
    void asksForNoMorePagesThanAllowed() {
        answer(new Request.Trades(1, 9000, at(0)));

        assertThat(history.asked).hasSize(3);
    }

    @Test
    void asksForNothingBeforeTheFirstTradeOfAll() {
        answer(new Request.Trades(1, 0, at(0)));

        assertThat(history.asked).isEmpty();
    }

    @Test
    void handsOverCandles() {
        Request.Candles request = new Request.Candles(at(0), at(60));
        answer(request);

        assertThat(answers)
                .containsExactly(
                        new Answer.CandlePage(request, List.of(candle(0, "1", "1", "1", "1", "1"))),
                        new Answer.Done(request));
    }

    @Test
    void givesUpWhatFailsForGoodAndGoesOnWithTheNext() {
        history.broken = true;
        Request.Trades request = new Request.Trades(1, 5000, at(0));
        answer(request);
        history.broken = false;

        assertThat(answers).containsExactly(new Answer.Failed(request, "unexpected fault"));
        answers.clear();
        answer(new Request.Trades(4900, 5000, at(0)));
    }

    @Test
    void ignoresRequestsOnceClosed() {
        backfill.close();
        backfill.ask(new Request.Trades(1, 5000, at(0)));

        assertThat(history.asked).isEmpty();
    }

    private void answer(Request request) {
        backfill.ask(request);
        await().until(() ->
                answers.stream().anyMatch(answer -> answer instanceof Answer.Done || answer instanceof Answer.Failed));
    }
}
