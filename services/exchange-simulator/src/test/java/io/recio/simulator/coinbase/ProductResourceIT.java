package io.recio.simulator.coinbase;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.recio.domain.price.Symbol;
import io.recio.domain.time.BusinessClock;
import io.recio.domain.time.BusinessTime;
import io.recio.simulator.fault.FaultKind;
import io.recio.simulator.fault.FaultRule;
import io.recio.simulator.fault.FaultScope;
import io.recio.simulator.fault.Faults;
import io.recio.simulator.price.Bar;
import io.recio.simulator.price.PricePath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProductResourceIT {

    private static final String PRODUCT = "/coinbase/products/BTC-USD";

    @Inject
    PricePath path;

    @Inject
    BusinessClock clock;

    @Inject
    Faults faults;

    @AfterEach
    void calm() {
        faults.clear();
    }

    @Test
    void answersCandlesNewestFirstAsNumbers() {
        BusinessTime start = BusinessTime.ofEpochSecond(clock.now().epochSecond() / 60 * 60 - 7200);
        Bar bar = path.bars(Symbol.BTC, start, start.plus(Duration.ofMinutes(1)), Duration.ofMinutes(1))
                .getFirst();

        String body = given().queryParam("granularity", 60)
                .queryParam("start", start.toString())
                .queryParam("end", start.plus(Duration.ofMinutes(1)).toString())
                .get(PRODUCT + "/candles")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(body)
                .endsWith(",[%d,%s,%s,%s,%s,%s]]"
                        .formatted(
                                start.epochSecond(),
                                Numbers.price(bar.low()),
                                Numbers.price(bar.high()),
                                Numbers.price(bar.open()),
                                Numbers.price(bar.close()),
                                BigDecimal.valueOf(bar.volumeUnits(), 8).toPlainString()));
        assertThat(body).startsWith("[[" + start.plus(Duration.ofMinutes(1)).epochSecond() + ",");
    }

    @Test
    void neverShowsTheFuture() {
        List<List<Number>> rows = given().queryParam("granularity", 60)
                .queryParam("start", clock.now().epochSecond())
                .queryParam("end", clock.now().epochSecond() + 3600)
                .get(PRODUCT + "/candles")
                .then()
                .statusCode(200)
                .extract()
                .body()
                .jsonPath()
                .getList("$");

        assertThat(rows).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void pagesThroughTrades() {
        List<Integer> first = ids(null);
        List<Integer> second = ids(first.getLast());

        assertThat(first).hasSize(10);
        assertThat(second.getFirst()).isEqualTo(first.getLast() - 1);
        assertThat(second).hasSize(10);
    }

    @Test
    void refusesTooManyRowsAndUnknownProducts() {
        given().queryParam("granularity", 60)
                .queryParam("start", "2026-11-22T00:00:00Z")
                .queryParam("end", "2026-11-22T12:00:00Z")
                .get(PRODUCT + "/candles")
                .then()
                .statusCode(400)
                .body(
                        "message",
                        equalTo("granularity too small for the requested time range. Count of aggregations requested"
                                + " exceeds 300"));
        given().get("/coinbase/products/XYZ-USD/ticker").then().statusCode(404).body("message", equalTo("NotFound"));
    }

    @Test
    void injectsFaults() {
        faults.arm(FaultRule.always("down", FaultScope.COINBASE_REST, FaultKind.HTTP_5XX_BEFORE_APPLYING));
        await().untilAsserted(() -> given().get(PRODUCT + "/ticker").then().statusCode(503));
        faults.clear();
        faults.arm(FaultRule.always("half", FaultScope.COINBASE_REST, FaultKind.TRUNCATED_BODY));
        await().untilAsserted(() -> assertThat(given().get(PRODUCT + "/ticker")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .startsWith("{\"ask\":")
                .doesNotEndWith("}"));
    }

    private static List<Integer> ids(Integer after) {
        var request = given().queryParam("limit", 10);
        return (after == null ? request : request.queryParam("after", after))
                .get(PRODUCT + "/trades")
                .then()
                .statusCode(200)
                .extract()
                .body()
                .jsonPath()
                .getList("trade_id", Integer.class);
    }
}
