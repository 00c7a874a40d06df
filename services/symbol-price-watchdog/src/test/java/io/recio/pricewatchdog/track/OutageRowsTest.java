package io.recio.pricewatchdog.track;

import static io.recio.pricewatchdog.Prints.at;
import static io.recio.pricewatchdog.Prints.candle;
import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.price.PriceQuality;
import io.recio.domain.price.PriceSecond;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.price.Symbol;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutageRowsTest {

    private final OutageRows rows = new OutageRows(Symbol.BTC);

    @Test
    void knowsTheEndsOfAMinuteAndDrawsTheRest() {
        rows.between(at(-1), at(60));
        rows.add(List.of(candle(0, "100", "159", "100", "159", "1")));

        List<PriceSecond> minute = rows.next(100);

        assertThat(minute).hasSize(60);
        assertThat(minute.getFirst().quality()).isEqualTo(PriceQuality.BACKFILLED);
        assertThat(minute.get(20).price()).isEqualTo(SpotPrice.of("120"));
        assertThat(minute.get(20).quality()).isEqualTo(PriceQuality.INTERPOLATED);
        assertThat(minute.getLast().price()).isEqualTo(SpotPrice.of("159"));
        assertThat(rows.hasNext()).isFalse();
    }

    @Test
    void keepsToTheSecondsOfTheOutage() {
        rows.between(at(50), at(125));
        rows.add(List.of(
                candle(-1, "1", "1", "1", "1", "1"),
                candle(0, "100", "100", "100", "100", "1"),
                candle(2, "102", "102", "102", "102", "1"),
                candle(3, "103", "103", "103", "103", "1")));

        assertThat(rows.next(60)).hasSize(9).first().extracting(PriceSecond::at).isEqualTo(at(51));
        assertThat(rows.next(60)).hasSize(5).last().extracting(PriceSecond::at).isEqualTo(at(124));
        assertThat(rows.hasNext()).isFalse();
    }

    @Test
    void isEmptyWithoutAnOutage() {
        rows.add(List.of(candle(0, "100", "100", "100", "100", "1")));

        assertThat(rows.hasNext()).isFalse();
    }
}
