package io.recio.kalshi.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.order.ExchangeOrderId;
import io.recio.domain.order.OrderGroupId;
import io.recio.domain.order.SelfTradePrevention;
import io.recio.domain.order.TimeInForce;
import io.recio.domain.time.BusinessTime;
import io.recio.kalshi.Payloads;
import io.recio.kalshi.client.WriteResult.Doubt;
import io.recio.kalshi.client.WriteResult.NotSentReason;
import io.recio.kalshi.errors.KalshiError;
import io.recio.kalshi.limits.AccountLimits;
import io.recio.kalshi.limits.Charge;
import io.recio.kalshi.model.CancelReceipt;
import io.recio.kalshi.model.ChangeReceipt;
import io.recio.kalshi.model.NewOrder;
import io.recio.kalshi.model.OrderReceipt;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderCallsTest extends RestFixture {

    private static final String ORDERS = BASE + "/portfolio/events/orders";
    private static final MarketTicker TICKER = new MarketTicker("KXBTCD-26NOV2217-T114999.99");
    private static final ExchangeOrderId ID = new ExchangeOrderId("3b23c1c7-f4ef-4f0d-8b9a-9e53c61f1a0d");

    @Test
    void writesAnOrderAsTheExchangeSpecifiesIt() {
        answer(post(ORDERS), 201, "http_order_created.json");

        rest.orders().create(entry(), SendPermit.ALWAYS);

        String body = sentBody();
        assertThat(Payloads.json(body)).isEqualTo(Payloads.json("""
                {"ticker":"KXBTCD-26NOV2217-T114999.99","client_order_id":"8c35ecb3-328f-4f52-8c7c-0f4b9862f8d1","side":"ask","count":"10.00",
                 "price":"0.0400","time_in_force":"immediate_or_cancel","self_trade_prevention_type":"taker_at_cross",
                 "order_group_id":"og_123","exchange_index":2}"""));
        assertThat(Payloads.violations("CreateOrderV2Request", body)).isEmpty();
    }

    @Test
    void writesACloseAndARestingOrderAsTheExchangeSpecifiesThem() {
        answer(post(ORDERS), 201, "http_order_created.json");
        NewOrder close =
                NewOrder.close(new ClientOrderId("rec-2"), TICKER, Side.YES, Quantity.of("2.50"), Price.of("0.06"), 2);
        NewOrder resting = new NewOrder(
                new ClientOrderId("rec-3"),
                TICKER,
                Side.YES,
                Quantity.ofContracts(1),
                Price.of("0.055"),
                TimeInForce.GOOD_TILL_CANCELED,
                SelfTradePrevention.TAKER_AT_CROSS,
                true,
                false,
                true,
                Optional.of(BusinessTime.parse("2026-11-22T21:31:00.9Z")),
                Optional.empty(),
                2);

        rest.orders().create(close, SendPermit.ALWAYS);
        assertThat(Payloads.json(sentBody())).isEqualTo(Payloads.json("""
                {"ticker":"KXBTCD-26NOV2217-T114999.99","client_order_id":"rec-2","side":"bid","count":"2.50",
                 "price":"0.0600","time_in_force":"immediate_or_cancel","self_trade_prevention_type":"maker",
                 "reduce_only":true,"exchange_index":2}"""));
        exchange.resetRequests();
        rest.orders().create(resting, SendPermit.ALWAYS);
        assertThat(Payloads.json(sentBody())).isEqualTo(Payloads.json("""
                {"ticker":"KXBTCD-26NOV2217-T114999.99","client_order_id":"rec-3","side":"bid","count":"1.00",
                 "price":"0.0550","time_in_force":"good_till_canceled","self_trade_prevention_type":"taker_at_cross",
                 "expiration_time":1795383060,"post_only":true,"cancel_order_on_pause":true,"exchange_index":2}"""));
    }

    @Test
    void signsTheCall() {
        answer(post(ORDERS), 201, "http_order_created.json");

        rest.orders().create(entry(), SendPermit.ALWAYS);

        exchange.verify(postRequestedFor(urlEqualTo(ORDERS))
                .withHeader("KALSHI-ACCESS-KEY", equalTo("key-1"))
                .withHeader("KALSHI-ACCESS-TIMESTAMP", matching("\\d{13}"))
                .withHeader("KALSHI-ACCESS-SIGNATURE", matching("[A-Za-z0-9+/]{86}==")));
    }

    @Test
    void readsTheReceiptOfAnOrderThatRests() {
        answer(post(ORDERS), 201, "http_order_created.json");

        assertThat(rest.orders().create(entry(), SendPermit.ALWAYS))
                .isEqualTo(new WriteResult.Accepted<>(new OrderReceipt(
                        ID,
                        Quantity.ZERO,
                        Quantity.ofContracts(10),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(BusinessTime.ofEpochMilli(1715793600123L)))));
    }

    @Test
    void readsTheReceiptOfAnOrderPartlyFilled() {
        answer(post(ORDERS), 201, "http_order_filled.json");

        assertThat(rest.orders().create(entry(), SendPermit.ALWAYS))
                .isEqualTo(new WriteResult.Accepted<>(new OrderReceipt(
                        ID,
                        Quantity.of("7.50"),
                        Quantity.ZERO,
                        Optional.of(new BigDecimal("0.556667")),
                        Optional.of(new BigDecimal("0.0175")),
                        Optional.of(BusinessTime.ofEpochMilli(1715793600123L)))));
    }

    @ParameterizedTest
    @CsvSource({
        "400, http_error_flat.json, invalid_order",
        "401, http_error_authentication.json, authentication_error",
        "403, http_error_authentication.json, authentication_error",
        "404, http_error_flat.json, invalid_order",
        "410, http_error_v1_gone.json, deprecated_v1_order_endpoint"
    })
    void callsADefinitiveRefusalRejected(int status, String payload, String code) {
        answer(post(ORDERS), status, payload);

        assertThat(rest.orders().create(entry(), SendPermit.ALWAYS))
                .isInstanceOfSatisfying(WriteResult.Rejected.class, rejected -> {
                    assertThat(rejected.status()).isEqualTo(status);
                    assertThat(rejected.error().code()).isEqualTo(code);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "409, DUPLICATE",
        "429, RATE_LIMITED",
        "500, SERVER_ERROR",
        "503, SERVER_ERROR",
        "504, SERVER_ERROR",
        "422, SERVER_ERROR",
        "302, SERVER_ERROR"
    })
    void keepsAnythingElseInDoubt(int status, Doubt doubt) {
        answer(post(ORDERS), status, "http_error_text.json");

        assertThat(rest.orders().create(entry(), SendPermit.ALWAYS))
                .isEqualTo(new WriteResult.InDoubt<>(doubt, "status=" + status + " code= message='too many requests'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>",
                "",
                "{\"order_id\":\"x\"}",
                "{\"order_id\":\"x\",\"fill_count\":\"1.001\",\"remaining_count\":\"0\"}"
            })
    void keepsAnUnreadableSuccessInDoubt(String body) {
        exchange.stubFor(post(ORDERS).willReturn(json(201, body)));

        assertThat(rest.orders().create(entry(), SendPermit.ALWAYS))
                .isEqualTo(new WriteResult.InDoubt<>(Doubt.UNREADABLE_ANSWER, "status=201 body='" + body + "'"));
    }

    @Test
    void keepsAnOrderInDoubtWhenTheAnswerComesTooLate() {
        exchange.stubFor(post(ORDERS).willReturn(json(201, "{}").withFixedDelay(5_000)));

        assertThat(rest.within(Duration.ofMillis(300)).orders().create(entry(), SendPermit.ALWAYS))
                .isInstanceOfSatisfying(WriteResult.InDoubt.class, result -> assertThat(result.doubt())
                        .isEqualTo(Doubt.TIMEOUT));
        exchange.verify(1, postRequestedFor(urlEqualTo(ORDERS)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE"})
    void keepsAnOrderInDoubtWhenTheConnectionBreaksAfterTheWrite(Fault fault) {
        exchange.stubFor(post(ORDERS).willReturn(aResponse().withFault(fault)));

        assertThat(rest.orders().create(entry(), SendPermit.ALWAYS))
                .isInstanceOfSatisfying(WriteResult.InDoubt.class, result -> assertThat(result.doubt())
                        .isEqualTo(Doubt.CONNECTION_LOST));
        exchange.verify(1, postRequestedFor(urlEqualTo(ORDERS)));
    }

    @Test
    void saysNotSentWhenNobodyListens() throws Exception {
        try (KalshiRest lonely = client(unusedPort())) {
            assertThat(lonely.orders().create(entry(), SendPermit.ALWAYS))
                    .isInstanceOfSatisfying(WriteResult.NotSent.class, result -> assertThat(result.reason())
                            .isEqualTo(NotSentReason.NO_CONNECTION));
        }
    }

    @Test
    void saysNotSentWhenTheConnectionNeverStands() throws Exception {
        try (ServerSocket mute = new ServerSocket(0);
                KalshiRest waiting = secureClient(mute.getLocalPort())) {
            WriteResult<OrderReceipt> result =
                    waiting.within(Duration.ofMillis(300)).orders().create(entry(), SendPermit.ALWAYS);

            assertThat(result).isInstanceOfSatisfying(WriteResult.NotSent.class, notSent -> {
                assertThat(notSent.reason()).isEqualTo(NotSentReason.NO_CONNECTION);
                assertThat(notSent.detail()).startsWith("no connection within");
            });
        }
    }

    @Test
    void refusesToWaitOnAnEventLoop() {
        assertThat(onEventLoop(() -> rest.orders().create(entry(), SendPermit.ALWAYS)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("POST /portfolio/events/orders must be called off the event loop, was called on one");
    }

    @Test
    void asksForLeaveBeforeTheFirstByte() {
        answer(post(ORDERS), 201, "http_order_created.json");

        assertThat(rest.orders().create(entry(), () -> false))
                .isEqualTo(new WriteResult.NotSent<>(NotSentReason.WITHDRAWN, "withdrawn before writing"));
        assertThat(rest.orders().create(entry(), () -> {
                    throw new IllegalStateException("lease lost");
                }))
                .isEqualTo(new WriteResult.NotSent<>(NotSentReason.WITHDRAWN, "withdrawn before writing"));
        exchange.verify(0, postRequestedFor(urlEqualTo(ORDERS)));
    }

    @Test
    void saysNotSentWhenTheBudgetIsEmpty() {
        answer(post(ORDERS), 201, "http_order_created.json");
        NewOrder elsewhere = NewOrder.close(
                new ClientOrderId("rec-9"), TICKER, Side.YES, Quantity.ofContracts(1), Price.of("0.5"), 7);
        budget.refused(Charge.write(7));

        assertThat(rest.within(Duration.ofNanos(1)).orders().create(elsewhere, SendPermit.ALWAYS))
                .isEqualTo(new WriteResult.NotSent<>(NotSentReason.BUDGET_EXHAUSTED, "no tokens within 0 ms"));
        exchange.verify(0, postRequestedFor(urlEqualTo(ORDERS)));
    }

    @Test
    void givesUpAnEntryThatWouldWaitTooLongForTokens() {
        answer(post(ORDERS), 201, "http_order_created.json");
        budget.adjust(new AccountLimits("slow", LIMITS.read(), new AccountLimits.Bucket(1, 5000)));
        budget.refused(Charge.write(2));

        assertThat(rest.orders().create(entry(), SendPermit.ALWAYS, Duration.ofSeconds(2)))
                .isEqualTo(new WriteResult.NotSent<>(NotSentReason.BUDGET_EXHAUSTED, "no tokens within 2000 ms"));
        exchange.verify(0, postRequestedFor(urlEqualTo(ORDERS)));
        budget.adjust(LIMITS);
        assertThat(rest.orders().create(entry(), SendPermit.ALWAYS, Duration.ofSeconds(2)))
                .isInstanceOf(WriteResult.Accepted.class);
    }

    @Test
    void cancelsOnTheMarketsShard() {
        String url = ORDERS + "/" + ID + "?market_ticker=KXBTCD-26NOV2217-T114999.99&exchange_index=2";
        answer(delete(urlEqualTo(url)), 200, "http_order_cancelled.json");

        assertThat(rest.orders().cancel(ID, TICKER, 2))
                .isEqualTo(new WriteResult.Accepted<>(new CancelReceipt(
                        ID, Quantity.ofContracts(10), Optional.of(BusinessTime.ofEpochMilli(1715793660456L)))));
    }

    @Test
    void tellsACancelThatFoundNothing() {
        exchange.stubFor(delete(anyUrl())
                .willReturn(json(404, "{\"error\":{\"code\":\"not_found\",\"message\":\"not found\"}}")));

        WriteResult<CancelReceipt> result = rest.orders().cancel(ID, TICKER, 2);

        assertThat(result).isEqualTo(new WriteResult.Rejected<>(404, new KalshiError("not_found", "not found", "")));
        assertThat(((WriteResult.Rejected<CancelReceipt>) result).isNotFound()).isTrue();
    }

    @Test
    void cancelsEverything() {
        exchange.stubFor(delete(urlEqualTo(ORDERS)).willReturn(aResponse().withStatus(204)));

        assertThat(rest.orders().cancelAll()).isEqualTo(new WriteResult.Accepted<>(true));
        exchange.verify(1, deleteRequestedFor(urlEqualTo(ORDERS)));
    }

    @Test
    void decreasesAndAmends() {
        answer(post(ORDERS + "/" + ID + "/decrease"), 200, "http_order_decreased.json");
        answer(post(ORDERS + "/" + ID + "/amend"), 200, "http_order_amended.json");

        assertThat(rest.orders().decreaseTo(ID, TICKER, 2, Quantity.ofContracts(8)))
                .isEqualTo(new WriteResult.Accepted<>(new ChangeReceipt(
                        ID,
                        Optional.of(Quantity.ofContracts(8)),
                        Optional.empty(),
                        Optional.of(BusinessTime.ofEpochMilli(1715793680789L)))));
        assertThat(Payloads.violations("DecreaseOrderV2Request", sentBody())).isEmpty();
        exchange.resetRequests();
        assertThat(rest.orders()
                        .amend(
                                ID,
                                TICKER,
                                Side.YES,
                                Price.of("0.57"),
                                Quantity.ofContracts(8),
                                Optional.empty(),
                                2,
                                SendPermit.ALWAYS))
                .isEqualTo(new WriteResult.Accepted<>(new ChangeReceipt(
                        ID,
                        Optional.of(Quantity.ofContracts(8)),
                        Optional.of(Quantity.ZERO),
                        Optional.of(BusinessTime.ofEpochMilli(1715793690123L)))));
        assertThat(Payloads.violations("AmendOrderV2Request", sentBody())).isEmpty();
    }

    /** Kalshi documents the field since 3.31, newer than the specification the bodies are held against. */
    @Test
    void renewsTheExpiryOfARestingOrderInWholeSeconds() {
        answer(post(ORDERS + "/" + ID + "/amend"), 200, "http_order_amended.json");

        rest.orders()
                .amend(
                        ID,
                        TICKER,
                        Side.YES,
                        Price.of("0.57"),
                        Quantity.ofContracts(8),
                        Optional.of(BusinessTime.parse("2026-11-22T17:00:30.900Z")),
                        2,
                        SendPermit.ALWAYS);
        assertThat(new JsonObject(sentBody()).getLong("expiration_time"))
                .isEqualTo(BusinessTime.parse("2026-11-22T17:00:30Z").epochSecond());
    }

    @Test
    void amendsNothingWithoutLeave() {
        WriteResult<ChangeReceipt> result = rest.orders()
                .amend(
                        ID,
                        TICKER,
                        Side.YES,
                        Price.of("0.57"),
                        Quantity.ofContracts(8),
                        Optional.empty(),
                        2,
                        () -> false);
        assertThat(result).isInstanceOf(WriteResult.NotSent.class);
        exchange.verify(0, postRequestedFor(urlEqualTo(ORDERS + "/" + ID + "/amend")));
    }

    private String sentBody() {
        return exchange.getAllServeEvents().getFirst().getRequest().getBodyAsString();
    }

    private static NewOrder entry() {
        return NewOrder.entry(
                new ClientOrderId("8c35ecb3-328f-4f52-8c7c-0f4b9862f8d1"),
                TICKER,
                Side.NO,
                Quantity.ofContracts(10),
                Price.of("0.04"),
                Optional.of(new OrderGroupId("og_123")),
                2);
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
