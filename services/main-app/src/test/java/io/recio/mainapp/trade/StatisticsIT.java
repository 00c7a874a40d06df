package io.recio.mainapp.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.recio.fixtures.TestDatabase;
import io.recio.mainapp.Browser;
import io.recio.mainapp.ExchangeRows;
import io.recio.mainapp.ScreenDatabaseResource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sums worked out by hand. */
@QuarkusTest
@WithTestResource(ScreenDatabaseResource.class)
class StatisticsIT {

    TestDatabase database;

    private ExchangeRows rows;
    private Browser viewer;

    @BeforeEach
    void fourTrades() {
        database.execute("TRUNCATE trading.trades, trading.requests, account.settlements CASCADE");
        rows = new ExchangeRows(database, Instant.now().plus(Duration.ofMinutes(10)));
        rows.markets("BTC", 118000, 250);
        viewer = Browser.loggedIn(database, "counter", "viewer");
        // One after another: +0.37, −9.63, +0.33, −0.10; the sum's highest point is 0.37, its deepest −9.26.
        closed(117750, "0.37", "2026-11-22T15:10:00Z", 0.95);
        closed(118500, "-9.63", "2026-11-22T15:40:00Z", 0.95);
        closed(117500, "0.33", "2026-11-23T04:30:00Z", 0.85);
        closed(117250, "-0.10", "2026-11-23T15:05:00Z", 0.75);
        rows.trade("ETH", 4180, "YES", "denied", null);
        settled(117750, "yes");
        settled(118500, "no");
        settled(117500, "yes");
    }

    @Test
    void addsUpExactlyWhatIsFiltered() {
        viewer.reads()
                .get("/api/v1/trades/statistics")
                .then()
                .statusCode(200)
                .body("trades", equalTo(4), "wins", equalTo(2), "losses", equalTo(2), "draws", equalTo(0))
                .body("pnlDollars", equalTo("-9.030000"), "feesDollars", equalTo("0.280000"))
                .body("costDollars", equalTo("38.400000"), "expectancyDollars", equalTo("-2.257500"))
                .body("averageWinDollars", equalTo("0.350000"), "averageLossDollars", equalTo("-4.865000"))
                .body("maxDrawdownDollars", equalTo("9.630000"))
                .body("equity.pnlDollars", equalTo(List.of("0.370000", "-9.260000", "-8.930000", "-9.030000")));
        viewer.reads()
                .get("/api/v1/trades/statistics?outcome=W")
                .then()
                .body(
                        "trades",
                        equalTo(2),
                        "pnlDollars",
                        equalTo("0.700000"),
                        "maxDrawdownDollars",
                        equalTo("0.000000"))
                .body("averageLossDollars", nullValue());
        viewer.reads()
                .get("/api/v1/trades/statistics?outcome=D")
                .then()
                .body("trades", equalTo(0), "equity", hasSize(0));
    }

    @Test
    void judgesPredictionsByTheResultsOfTheMarketsNotByThePnl() {
        var found = viewer.reads().get("/api/v1/trades/statistics").jsonPath();
        // (0.95−1)², (0.95−0)², (0.85−1)²: the fourth market has no result yet.
        assertThat(found.getInt("judged")).isEqualTo(3);
        assertThat(found.getDouble("brierScore")).isCloseTo((0.0025 + 0.9025 + 0.0225) / 3, within());
        assertThat(found.getDouble("averageEdgeCents")).isCloseTo((95 + 95 + 85 + 75) / 4.0 - 96, within());
        assertThat(found.getList("calibration.trades")).containsExactly(1, 2);
        assertThat(found.getDouble("calibration[1].realised")).isCloseTo(0.5, within());
    }

    @Test
    void splitsByTheHourAndTheDayOfNewYork() {
        viewer.reads()
                .get("/api/v1/trades/statistics")
                .then()
                .body("byHour.name", equalTo(List.of("10", "23")), "byHour.trades", equalTo(List.of(3, 1)))
                .body("byDay.name", equalTo(List.of("2026-11-22", "2026-11-23")))
                .body("byDay.pnlDollars", equalTo(List.of("-8.930000", "-0.100000")));
        viewer.reads()
                .get("/api/v1/trades?hour=23")
                .then()
                .body("total", equalTo(1), "items[0].pnlDollars", equalTo("0.330000"));
        viewer.reads().get("/api/v1/trades?hour=24").then().statusCode(400).body("field", equalTo("hour"));
        String csv = viewer.reads().get("/api/v1/trades/export?hour=23").asString();
        assertThat(csv.lines()).hasSize(2);
    }

    private void closed(int strike, String pnl, String at, double predicted) {
        UUID trade = rows.trade("BTC", strike, "YES", "closed", pnl);
        database.execute("UPDATE trading.trades SET created_at = '" + at + "', ended_at = '" + at
                + "', probability_seen = " + predicted + " WHERE trade_id = '" + trade + "'");
    }

    private void settled(int strike, String result) {
        database.execute("""
                INSERT INTO account.settlements (account, mode, ticker, event_ticker, result, yes_value, yes_count, no_count,
                    revenue, fee, state, settled_at)
                VALUES ('simulated', 'simulated', '%s', '%s', '%s', 1, 10, 0, 10, 0, 'final', now())""".formatted(ExchangeRows.ticker("BTC", strike), ExchangeRows.event("BTC"), result));
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-6);
    }
}
