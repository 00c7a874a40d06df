package io.recio.pricewatchdog.track;

import static io.recio.pricewatchdog.Prints.NOON;
import static io.recio.pricewatchdog.Prints.at;
import static io.recio.pricewatchdog.Prints.candle;
import static io.recio.pricewatchdog.Prints.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.recio.coinbase.Trade;
import io.recio.domain.price.PriceSecond;
import io.recio.domain.price.Symbol;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PriceTrackTest {

    private static final int ALL = 5000;

    private final PriceTrack track = new PriceTrack(Symbol.BTC);

    @Test
    void givesEachClosedSecondOnceWithTheLastTradeInIt() {
        track.seen(trade(1, 0.2, "100"));
        track.seen(trade(2, 0.9, "101"));
        assertThat(due()).isEmpty();
        track.seen(trade(3, 2.1, "102"));

        assertThat(due()).containsExactly("0 101.00 traded", "1 101.00 quiet");
        assertThat(due()).isEmpty();
    }

    @Test
    void believesAHeartbeatThatNamesOurNewestTrade() {
        track.seen(trade(1, 0.2, "100"));
        track.heard(1, at(2.5));
        track.heard(2, at(3.5));

        assertThat(due()).containsExactly("0 100.00 traded", "1 100.00 quiet");
    }

    @Test
    void rewritesAQuietSecondWhenTheTradeAHeartbeatOvertookArrives() {
        track.seen(trade(1, 0.2, "100"));
        track.heard(1, at(2.0));
        due();
        track.seen(trade(2, 1.9, "101"));
        track.heard(2, at(3.0));

        assertThat(due()).containsExactly("1 101.00 traded", "2 101.00 quiet");
    }

    @Test
    void leavesSecondsOutWhileTradesAreMissingAndFillsThemFromTheExchange() {
        track.seen(trade(1, 0.5, "100"));
        track.seen(trade(4, 4.5, "104"));
        track.seen(trade(5, 5.5, "105"));
        assertThat(due()).containsExactly("0 100.00 traded", "4 104.00 traded");

        track.filled(List.of(trade(2, 1.5, "101"), trade(3, 3.5, "103")));

        assertThat(due())
                .containsExactly(
                        "1 101.00 backfilled", "2 101.00 backfilled", "3 103.00 backfilled", "4 104.00 traded");
    }

    @Test
    void fillsNothingBetweenTradesThatAreNoNeighbours() {
        track.seen(trade(1, 0.5, "100"));
        track.seen(trade(9, 4.5, "104"));
        track.seen(trade(10, 5.5, "105"));
        due();
        track.late(trade(5, 2.5, "102"));

        assertThat(due()).containsExactly("2 102.00 backfilled", "4 104.00 traded");
    }

    @Test
    void takesTheLaterOfTwoLateTradesOfASecond() {
        track.seen(trade(1, 0.5, "100"));
        track.seen(trade(4, 2.5, "104"));
        track.late(trade(3, 1.9, "103"));
        track.late(trade(2, 1.1, "102"));

        assertThat(due()).containsExactly("0 100.00 traded", "1 103.00 backfilled");
    }

    @Test
    void provesAQuietOutageByTheIdsOnBothSides() {
        track.seen(trade(1, 0.5, "100"));
        track.lost();
        track.seen(trade(2, 3.5, "101"));
        track.seen(trade(3, 4.5, "102"));

        assertThat(due())
                .containsExactly("0 100.00 traded", "1 100.00 backfilled", "2 100.00 backfilled", "3 101.00 traded");
    }

    @Test
    void provesAQuietOutageByAHeartbeatOfAnyLength() {
        track.seen(trade(1, 0.5, "100"));
        track.lost();
        track.heard(1, at(45.5));
        track.seen(trade(2, 46.5, "101"));

        assertThat(due())
                .hasSize(46)
                .startsWith("0 100.00 traded", "1 100.00 backfilled")
                .endsWith("45 100.00 backfilled");
    }

    @Test
    void takesTheNewestTradeFromTheExchangeWhenTheFeedLostIt() {
        track.seen(trade(1, 0.5, "100"));
        track.filled(List.of(trade(2, 1.5, "101")));
        track.heard(2, at(3.1));

        assertThat(due()).containsExactly("0 100.00 traded", "1 101.00 traded", "2 101.00 quiet");
        assertThat(track.newestTrade()).contains(trade(2, 1.5, "101"));
    }

    @Test
    void goesOnWhereTheLogEndedAndRewritesNothingThatStands() {
        PriceTrack before = new PriceTrack(Symbol.BTC);
        before.seen(trade(1, 0.5, "100"));
        before.seen(trade(2, 1.5, "101"));
        before.seen(trade(3, 2.5, "102"));
        track.restore(before.due(ALL, true));

        track.seen(trade(5, 5.5, "105"));
        track.filled(List.of(trade(1, 0.5, "100"), trade(2, 1.5, "101"), trade(3, 2.5, "102"), trade(4, 4.1, "104")));
        track.seen(trade(6, 6.5, "106"));

        assertThat(due())
                .containsExactly(
                        "2 102.00 backfilled", "3 102.00 backfilled", "4 104.00 backfilled", "5 105.00 traded");
    }

    @Test
    void drawsALineOnlyWhenToldTo() {
        track.seen(trade(1, 0.5, "100"));
        track.seen(trade(9, 4.5, "104"));
        due();
        track.interpolate();

        assertThat(due()).containsExactly("1 101.00 interpolated", "2 102.00 interpolated", "3 103.00 interpolated");
    }

    @Test
    void takesTheEndsOfMinutesFromCandlesForSecondsThatAreUnknown() {
        track.seen(trade(1, 30, "100"));
        track.seen(trade(9, 200, "104"));
        track.filledFromCandles(
                List.of(candle(0, "99", "100", "99", "100", "1"), candle(1, "98", "99", "97", "97", "1")));

        assertThat(due())
                .containsExactly(
                        "0 99.00 backfilled",
                        "30 100.00 traded",
                        "59 100.00 backfilled",
                        "60 98.00 backfilled",
                        "119 97.00 backfilled");
        track.interpolate();
        assertThat(due()).hasSize(199).contains("15 99.50 interpolated", "159 100.45679 interpolated");
    }

    @Test
    void passesOverCandlesOlderThanItRemembers() {
        track.seen(trade(1, 5000, "100"));
        track.filledFromCandles(List.of(candle(0, "99", "99", "99", "99", "1")));

        assertThat(track.hasHistoryDue()).isFalse();
    }

    @Test
    void writesNewSecondsFirstAndHistoryInTheRoomThatIsLeft() {
        track.seen(trade(100, 1000, "100"));
        track.seen(trade(101, 1001, "100"));
        track.filled(List.of(trade(98, 900, "98"), trade(99, 903, "99")));

        assertThat(due(10, false)).containsExactly("1000 100.00 traded");
        track.seen(trade(102, 1002, "100"));
        assertThat(due(4, true))
                .containsExactly(
                        "900 98.00 backfilled", "901 98.00 backfilled", "902 98.00 backfilled", "1001 100.00 traded");
        assertThat(track.hasHistoryDue()).isTrue();
        assertThat(due(ALL, true))
                .hasSize(99)
                .startsWith("903 99.00 backfilled")
                .endsWith("1001 100.00 traded");
        assertThat(track.hasHistoryDue()).isFalse();
    }

    @Test
    void makesTheSameSecondsOfATapeHoweverItArrives() {
        for (long seed = 1; seed <= 50; seed++) {
            List<Trade> tape = tape(new SplittableRandom(seed));
            PriceTrack whole = new PriceTrack(Symbol.BTC);
            tape.forEach(whole::seen);

            PriceTrack torn = new PriceTrack(Symbol.BTC);
            List<Trade> late = new ArrayList<>();
            Random random = new Random(seed);
            for (Trade trade : tape) {
                boolean end = trade.equals(tape.getFirst()) || trade.equals(tape.getLast());
                if (end || random.nextInt(10) < 6) {
                    torn.seen(trade);
                } else {
                    late.add(trade);
                }
            }
            Collections.shuffle(late, random);
            late.forEach(torn::late);

            assertThat(prices(torn)).as("seed %d", seed).isEqualTo(prices(whole));
        }
    }

    private static List<Trade> tape(SplittableRandom random) {
        List<Trade> tape = new ArrayList<>();
        double time = 0;
        for (int id = 1; id <= 300; id++) {
            time += random.nextDouble() * random.nextDouble() * 8;
            tape.add(trade(id, time, Integer.toString(1000 + random.nextInt(100))));
        }
        return tape;
    }

    private static List<String> prices(PriceTrack track) {
        return track.due(ALL, true).stream()
                .map(row -> NOON.until(row.at()).toSeconds() + " " + row.price())
                .toList();
    }

    private List<String> due() {
        return due(ALL, true);
    }

    private List<String> due(int limit, boolean history) {
        return track.due(limit, history).stream().map(PriceTrackTest::text).toList();
    }

    private static String text(PriceSecond row) {
        return NOON.until(row.at()).toSeconds() + " " + row.price() + " "
                + row.quality().name().toLowerCase(Locale.ROOT);
    }
}
