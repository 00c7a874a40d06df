package io.recio.simulator.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.recio.domain.price.SpotPrice;
import io.recio.domain.price.Symbol;
import io.recio.domain.time.BusinessTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GeneratedPathTest {

    private static final BusinessTime START = BusinessTime.parse("2026-11-22T15:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final SimulatedPricePath path = Settings.path(Settings.GENERATED);

    @Test
    void theSameSeedGivesTheSamePathInWhateverOrderItIsAsked() {
        SimulatedPricePath twin = Settings.path(Settings.GENERATED);
        List<SpotPrice> forward = new ArrayList<>();
        List<SpotPrice> backward = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            forward.add(path.priceAt(Symbol.BTC, START.plus(SECOND.multipliedBy(i * 7L))));
            backward.addFirst(twin.priceAt(Symbol.BTC, START.plus(SECOND.multipliedBy((4999 - i) * 7L))));
        }

        assertThat(backward).isEqualTo(forward);
    }

    @Test
    void anotherSeedGivesAnotherPath() {
        SimulatedPricePath other = Settings.path(new Settings("generated", 8, 90, 0.15));

        assertThat(other.priceAt(Symbol.BTC, START)).isNotEqualTo(path.priceAt(Symbol.BTC, START));
    }

    @Test
    void eachBarOpensWhereTheLastOneClosed() {
        List<Bar> bars = path.bars(Symbol.ETH, START.minus(Duration.ofDays(1)), START, MINUTE);

        assertThat(bars).hasSize(1440);
        for (int i = 1; i < bars.size(); i++) {
            assertThat(bars.get(i).open()).isEqualTo(bars.get(i - 1).close());
        }
    }

    @Test
    void hourlyReturnsHaveAboutTheConfiguredVolatility() {
        List<Bar> hours = path.bars(Symbol.BTC, START.minus(Duration.ofDays(200)), START, Duration.ofHours(1));

        double variance = hours.stream()
                .mapToDouble(bar -> Math.log(bar.close().value() / bar.open().value()))
                .map(change -> change * change)
                .average()
                .orElseThrow();

        assertThat(Math.sqrt(variance)).isCloseTo(0.005, within(0.0005));
    }

    @Test
    void someHoursHaveABurstOfMomentumAndMostHaveNone() {
        List<Bar> bars = path.bars(Symbol.BTC, START.minus(Duration.ofDays(30)), START, Duration.ofMinutes(5));

        long bursts = bars.stream()
                .filter(bar -> Math.abs(bar.close().value() / bar.open().value() - 1) > 0.005)
                .count();

        assertThat(bursts).isBetween(30L, 300L);
    }

    @Test
    void tradesAreNumberedOneByOneAndFoundByNumber() {
        List<Trade> trades = path.trades(Symbol.BTC, START, START.plus(Duration.ofMinutes(10)));

        assertThat(trades).hasSize(900);
        for (int i = 1; i < trades.size(); i++) {
            assertThat(trades.get(i).id()).isEqualTo(trades.get(i - 1).id() + 1);
            assertThat(trades.get(i).at())
                    .isGreaterThanOrEqualTo(trades.get(i - 1).at());
        }
        for (Trade trade : trades) {
            assertThat(path.tradeById(Symbol.BTC, trade.id())).contains(trade);
        }
    }

    @Test
    void thePriceIsThatOfTheLastTradeAtOrBefore() {
        List<Trade> trades = path.trades(Symbol.BTC, START, START.plus(MINUTE));

        for (int i = 1; i < trades.size(); i++) {
            BusinessTime justBefore = trades.get(i).at().minus(Duration.ofNanos(1000));
            if (trades.get(i - 1).at().isBefore(trades.get(i).at())) {
                assertThat(path.priceAt(Symbol.BTC, justBefore))
                        .isEqualTo(trades.get(i - 1).price());
            }
        }
    }

    @Test
    void quietStretchesLastFiveToNineteenSecondsAndOtherSecondsTrade() {
        SimulatedPricePath quiet = Settings.path(new Settings("generated", 7, 90, 1));
        for (int minute = 0; minute < 200; minute++) {
            BusinessTime start = START.plus(MINUTE.multipliedBy(minute));
            long silent = IntStream.range(0, 60)
                    .filter(second -> quiet.trades(
                                    Symbol.BTC,
                                    start.plus(SECOND.multipliedBy(second)),
                                    start.plus(SECOND.multipliedBy(second + 1)))
                            .isEmpty())
                    .count();

            assertThat(silent).isBetween(5L, 18L);
        }
    }

    @Test
    void theIndexStaysNearTheSpotPriceAndIsOneValueASecond() {
        for (int second = 0; second < 3600; second++) {
            BusinessTime at = START.plus(SECOND.multipliedBy(second));
            SpotPrice index = path.indexAt(Symbol.BTC, at);

            assertThat(index.value() / path.priceAt(Symbol.BTC, at).value()).isCloseTo(1, within(0.0004));
            assertThat(path.indexAt(Symbol.BTC, at.plus(Duration.ofMillis(999))))
                    .isEqualTo(index);
        }
    }

    @Test
    void barsNeverShowTradesAtOrAfterTheirEnd() {
        BusinessTime now = START.plus(Duration.ofSeconds(90));

        List<Bar> bars = path.bars(Symbol.BTC, START, now, MINUTE);

        assertThat(bars).hasSize(2);
        assertThat(bars.getLast().close()).isEqualTo(path.priceAt(Symbol.BTC, now.minus(Duration.ofNanos(1000))));
    }

    @Test
    void anInjectedTickTakesTheNextNumberAndThePathGoesOnFromItsPrice() {
        BusinessTime now = START.plus(Duration.ofSeconds(30));
        Trade last = path.lastTrade(Symbol.BTC, now);
        List<Trade> plain = path.trades(Symbol.BTC, now, START.plus(MINUTE));
        SpotPrice doubled = new SpotPrice(last.price().units() * 2);

        Trade tick = path.inject(Symbol.BTC, doubled, 1000, now);
        List<Trade> after = path.trades(Symbol.BTC, now, START.plus(MINUTE));

        assertThat(tick).isEqualTo(new Trade(last.id() + 1, now, doubled, 1000, TakerSide.BUY));
        assertThat(path.lastTrade(Symbol.BTC, now)).isEqualTo(tick);
        assertThat(path.tradeById(Symbol.BTC, tick.id())).contains(tick);
        assertThat(path.tradeById(Symbol.BTC, tick.id() - 1)).contains(last);
        assertThat(after).hasSameSizeAs(plain);
        for (int i = 0; i < plain.size(); i++) {
            assertThat(after.get(i).id()).isEqualTo(plain.get(i).id() + 1);
            assertThat(after.get(i).price().units())
                    .isEqualTo(plain.get(i).price().units() * 2);
            assertThat(path.tradeById(Symbol.BTC, after.get(i).id())).contains(after.get(i));
        }
    }

    @Test
    void refusesTimesBefore2015() {
        assertThatThrownBy(() -> path.priceAt(Symbol.BTC, BusinessTime.parse("2014-12-31T00:00:00Z")))
                .hasMessage("time must not be before 2015-01-01T00:01:00Z, was 2014-12-31T00:00:00Z");
        assertThat(path.covers(Symbol.BTC, BusinessTime.parse("2014-12-31T00:00:00Z")))
                .isFalse();
        assertThat(path.covers(new Symbol("SOL"), START)).isFalse();
    }
}
