package io.recio.pricewatchdog.index;

import static io.recio.pricewatchdog.Prints.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.price.PartialAverage;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.time.BusinessTime;
import io.recio.kalshi.model.IndexValue;
import io.recio.kalshi.model.IndexValue.Average;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IndexValuesTest {

    private static final SpotPrice PRICE = SpotPrice.of("68000.12");
    private static final SpotPrice MEAN = SpotPrice.of("68000.23");

    @Test
    void countsTheSettlementMinuteTowardsTheQuarterHourThatEnds() {
        assertThat(IndexValues.ofExchange(value(at(885), 45)).average())
                .contains(new PartialAverage(at(900), 45, MEAN));
        assertThat(IndexValues.ofExchange(value(at(900), 60)).average())
                .contains(new PartialAverage(at(900), 60, MEAN));
    }

    @Test
    void hasNoAverageOutsideTheMinuteNorOfNothing() {
        assertThat(IndexValues.ofExchange(new IndexValue("BRTI", PRICE, at(100), Optional.empty(), Optional.empty())))
                .isEqualTo(new io.recio.domain.price.IndexValue(PRICE, at(100), Optional.empty()));
        assertThat(IndexValues.ofExchange(value(at(840.5), 0)).average()).isEmpty();
    }

    private static IndexValue value(BusinessTime time, int size) {
        return new IndexValue(
                "BRTI", PRICE, time, Optional.empty(), Optional.of(new Average(MEAN, size, at(840), time)));
    }
}
