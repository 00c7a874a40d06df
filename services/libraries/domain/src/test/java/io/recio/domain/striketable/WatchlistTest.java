package io.recio.domain.striketable;

import static io.recio.domain.striketable.Tables.NOW;
import static io.recio.domain.striketable.Tables.NO_FEE;
import static io.recio.domain.striketable.Tables.event;
import static io.recio.domain.striketable.Tables.knowing;
import static io.recio.domain.striketable.Tables.quoted;
import static io.recio.domain.striketable.Tables.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import io.recio.domain.money.Quantity;
import io.recio.domain.probability.ModelName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WatchlistTest {

    @Test
    void listsTheLikeliestFirst() {
        assertThat(watched(
                        Map.of(117_000L, 96.0, 117_250L, 99.0, 117_500L, 91.0),
                        quoted(117_000, 95, 6, 1000),
                        quoted(117_250, 97, 4, 1000),
                        quoted(117_500, 90, 11, 1000)))
                .containsExactly("117250.00", "117000.00", "117500.00");
    }

    @Test
    void wantsVolume() {
        assertThat(watched(Map.of(117_000L, 96.0), quoted(117_000, 95, 6, 999))).isEmpty();
        assertThat(watched(Map.of(117_000L, 96.0), quoted(117_000, 95, 6, 1000)))
                .hasSize(1);
    }

    @Test
    void wantsMoreThanTheLeastProbabilityLessItsMargin() {
        assertThat(watched(Map.of(117_000L, 90.0), quoted(117_000, 85, 16, 1000)))
                .isEmpty();
        assertThat(watched(Map.of(117_000L, 90.1), quoted(117_000, 85, 16, 1000)))
                .hasSize(1);
    }

    @Test
    void wantsAnActiveAskOfAtMostNinetyEightCents() {
        assertThat(watched(Map.of(117_000L, 99.0), quoted(117_000, 99, 2, 1000)))
                .isEmpty();
        assertThat(watched(Map.of(117_000L, 99.0), quoted(117_000, 98, 3, 1000)))
                .hasSize(1);
    }

    @Test
    void wantsAnActiveDiffNoMoreThanItsMarginShort() {
        assertThat(watched(Map.of(117_000L, 95.0), quoted(117_000, 98, 3, 1000)))
                .isEmpty();
        assertThat(watched(Map.of(117_000L, 95.25), quoted(117_000, 98, 3, 1000)))
                .hasSize(1);
    }

    @Test
    void looksAtTheSideInTheMoney() {
        assertThat(watched(Map.of(119_000L, 4.0), quoted(119_000, 6, 95, 1000))).hasSize(1);
    }

    @Test
    void leavesOutRowsWithoutAQuote() {
        assertThat(watched(Map.of(117_000L, 99.0), quoted(117_000))).isEmpty();
    }

    private static List<String> watched(Map<Long, Double> percentYes, QuotedMarket... markets) {
        StrikeTable table = new StrikeTableBuilder(
                        List.of(knowing(ModelName.MOVE_TABLE, percentYes)), NO_FEE, Quantity.ofContracts(1))
                .build(event(markets), snapshot("118082.01"), NOW)
                .table();
        return Watchlist.of(table, WatchlistSettings.DEFAULT).rows().stream()
                .map(row -> row.strike().shown().toString())
                .toList();
    }
}
