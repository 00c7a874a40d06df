package io.recio.simulator.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recio.domain.price.SpotPrice;
import io.recio.domain.price.Symbol;
import io.recio.domain.time.BusinessTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedPathTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final BusinessTime FIRST = BusinessTime.parse("2023-03-06T00:00:00Z");
    private static final BusinessTime END = BusinessTime.parse("2023-03-16T00:00:00Z");

    private final SimulatedPricePath path = Settings.path(Settings.RECORDED);

    @Test
    void givesTheRecordedBarsBack() {
        List<Bar> bars = path.bars(Symbol.BTC, FIRST, END, MINUTE);

        assertThat(bars).hasSize(14_400 - 26);
        assertThat(bars.getFirst())
                .isEqualTo(new Bar(
                        FIRST,
                        SpotPrice.of("22431.13"),
                        SpotPrice.of("22431.13"),
                        SpotPrice.of("22417.79"),
                        SpotPrice.of("22426.99"),
                        483_505_000L));
        assertThat(bars.getLast().close()).isEqualTo(SpotPrice.of("24376.62"));
    }

    @Test
    void tradesOfEachMinuteMakeUpItsRecordedBar() {
        for (Bar bar : path.bars(Symbol.BTC, FIRST, FIRST.plus(Duration.ofDays(1)), MINUTE)) {
            List<Trade> trades = path.trades(
                    Symbol.BTC, bar.start(), bar.start().plus(MINUTE).minus(Duration.ofNanos(1000)));

            assertThat(trades).hasSize(90);
            assertThat(trades.getFirst().price()).isEqualTo(bar.open());
            assertThat(trades.getLast().price()).isEqualTo(bar.close());
            assertThat(trades.stream().map(Trade::price).max(SpotPrice::compareTo))
                    .contains(bar.high());
            assertThat(trades.stream().map(Trade::price).min(SpotPrice::compareTo))
                    .contains(bar.low());
            assertThat(trades.stream().mapToLong(Trade::sizeUnits).sum()).isEqualTo(bar.volumeUnits());
        }
    }

    @Test
    void cutsFiveMinuteBarsIntoMinutesThatAddUpToThem() {
        BusinessTime start = BusinessTime.ofEpochMilli(1_678_730_699_999L + 1 - 300_000);

        List<Bar> minutes = path.bars(Symbol.ETH, start, start.plus(Duration.ofMinutes(5)), MINUTE);
        List<Bar> whole = path.bars(Symbol.ETH, start, start.plus(Duration.ofMinutes(5)), Duration.ofMinutes(5));

        assertThat(minutes).hasSize(5);
        assertThat(whole)
                .containsExactly(new Bar(
                        start,
                        SpotPrice.of("1673.58"),
                        SpotPrice.of("1677.62"),
                        SpotPrice.of("1672.44"),
                        SpotPrice.of("1672.99"),
                        6_530_330_000L));
    }

    @Test
    void aMinuteWithoutVolumeHasNoTradeAndKeepsThePriceAndTheNumbering() {
        BusinessTime empty = BusinessTime.parse("2023-03-06T05:39:00Z");
        Trade before = path.lastTrade(Symbol.BTC, empty);

        assertThat(path.bars(Symbol.BTC, empty, empty.plus(MINUTE), MINUTE)).isEmpty();
        assertThat(path.trades(Symbol.BTC, empty, empty.plus(MINUTE))).isEmpty();
        assertThat(path.priceAt(Symbol.BTC, empty.plus(Duration.ofSeconds(59)))).isEqualTo(before.price());
        assertThat(path.trades(Symbol.BTC, empty, empty.plus(Duration.ofMinutes(2)))
                        .getFirst()
                        .id())
                .isEqualTo(before.id() + 1);
        assertThat(path.tradeById(Symbol.BTC, before.id())).contains(before);
        assertThat(path.tradeById(Symbol.BTC, before.id() + 1).map(Trade::id)).contains(before.id() + 1);
    }

    @Test
    void goesOnFromTheLastRecordedCloseAndLeadsToTheFirstOpen() {
        Bar after = path.bars(Symbol.BTC, END, END.plus(MINUTE), MINUTE).getFirst();
        Bar before = path.bars(Symbol.BTC, FIRST.minus(MINUTE), FIRST, MINUTE).getFirst();

        assertThat(after.open()).isEqualTo(SpotPrice.of("24376.62"));
        assertThat(before.close()).isEqualTo(SpotPrice.of("22431.13"));
        assertThat(path.isRecorded(Symbol.BTC, END)).isFalse();
        assertThat(path.isRecorded(Symbol.BTC, FIRST)).isTrue();
        assertThat(path.isRecorded(Symbol.BTC, FIRST.minus(MINUTE))).isFalse();
    }

    @Test
    void readsAFileNamedBySetting(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("btc-short.csv");
        Files.writeString(
                file, "open_time,open,high,low,close,volume\n2024-01-01T00:00:00Z,100.00,101.50,99.25,100.75,2.5\n");

        SimulatedPricePath own = Settings.path(new Settings(file.toString(), 1, 4, 0));
        BusinessTime start = BusinessTime.parse("2024-01-01T00:00:00Z");

        assertThat(own.priceAt(Symbol.BTC, start.plus(MINUTE))).isEqualTo(SpotPrice.of("100.75"));
        assertThat(own.isRecorded(Symbol.ETH, start)).isFalse();
    }

    @Test
    void refusesABarWhoseHighIsBelowItsClose(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("btc-bad.csv");
        Files.writeString(
                file, "open_time,open,high,low,close,volume\n2024-01-01T00:00:00Z,100.00,100.50,99.25,100.75,2.5\n");

        assertThatThrownBy(() -> Settings.path(new Settings(file.toString(), 1, 4, 0)))
                .hasMessage("price file must hold bars, found at btc-bad.csv, row 1: bar must have 0 < low <= open,"
                        + " close <= high, was open=10000 high=10050 low=9925 close=10075 cents");
    }

    @Test
    void refusesASettingThatIsNoFile() {
        assertThatThrownBy(() -> Settings.path(new Settings("recordet", 1, 4, 0)))
                .hasMessage("simulator.prices must be generated, recorded or a readable file, was 'recordet'");
    }
}
