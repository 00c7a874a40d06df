package io.recio.kalshi.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.recio.domain.market.EventTicker;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.Side;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.order.ExchangeOrderId;
import io.recio.domain.order.Fill;
import io.recio.domain.order.FillId;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemTime;
import io.recio.kalshi.Payloads;
import io.recio.kalshi.errors.AuthenticationFailed;
import io.recio.kalshi.errors.ExchangeUnavailable;
import io.recio.kalshi.errors.RateLimited;
import io.recio.kalshi.errors.UnreadableAnswer;
import io.recio.kalshi.model.AccountBalance;
import io.recio.kalshi.model.AccountOrder;
import io.recio.kalshi.model.AccountPosition;
import io.recio.kalshi.model.AccountSettlement;
import io.recio.kalshi.model.MarketResult;
import io.recio.kalshi.model.NetPosition;
import io.recio.kalshi.model.OrderState;
import io.recio.kalshi.model.ShardTransfer;
import io.recio.kalshi.model.UnreadableItem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PortfolioCallsTest extends RestFixture {

    private static final MarketTicker TICKER = new MarketTicker("KXBTCD-26NOV2217-T114999.99");
    private static final String ORDERS = BASE + "/portfolio/orders";

    @Test
    void readsOrdersToTheLastPageWithTheSameFilters() {
        String first = ORDERS + "?limit=1000&ticker=KXBTCD-26NOV2217-T114999.99&min_ts=1795382999";
        answer(get(urlEqualTo(first)), 200, "http_orders_page_1.json");
        answer(get(urlEqualTo(first + "&cursor=page-2")), 200, "http_orders_page_2.json");

        List<AccountOrder> orders = rest.portfolio()
                .orders(AccountQuery.ALL.of(TICKER).since(BusinessTime.parse("2026-11-22T21:30:00.9Z")));

        assertThat(orders)
                .containsExactly(
                        new AccountOrder(
                                new ExchangeOrderId("ee587a1c-8b87-4dcf-b721-9f6f790619fa"),
                                Optional.of(new ClientOrderId("rec-0192f0c1")),
                                TICKER,
                                Optional.of(Side.NO),
                                OrderState.RESTING,
                                Optional.of(Price.of("0.04")),
                                Quantity.ofContracts(10),
                                Quantity.of("2.50"),
                                Quantity.of("7.50"),
                                Money.of("2.40"),
                                Money.of("0.00672"),
                                Optional.empty(),
                                Optional.of(2),
                                Optional.of(BusinessTime.parse("2026-11-22T21:30:00.1Z")),
                                Optional.of(BusinessTime.parse("2026-11-22T21:30:00.25Z")),
                                Optional.empty(),
                                Optional.empty()),
                        new AccountOrder(
                                new ExchangeOrderId("0f4b1b9e-0001"),
                                Optional.empty(),
                                TICKER,
                                Optional.of(Side.YES),
                                OrderState.EXECUTED,
                                Optional.of(Price.of("0.04")),
                                Quantity.ofContracts(10),
                                Quantity.ofContracts(10),
                                Quantity.ZERO,
                                Money.of("2.40"),
                                Money.of("0.00672"),
                                Optional.empty(),
                                Optional.of(2),
                                Optional.of(BusinessTime.parse("2026-11-22T21:30:00.1Z")),
                                Optional.of(BusinessTime.parse("2026-11-22T21:30:00.25Z")),
                                Optional.empty(),
                                Optional.empty()));
    }

    @Test
    void refusesACursorThatComesTwice() {
        answer(get(urlPathEqualTo(ORDERS)), 200, "http_orders_page_1.json");

        assertThatThrownBy(() -> rest.portfolio().orders(AccountQuery.ALL))
                .isInstanceOf(UnreadableAnswer.class)
                .hasMessage("GET /portfolio/orders must give each cursor once, repeated 'page-2'");
        exchange.verify(2, getRequestedFor(urlPathEqualTo(ORDERS)));
    }

    @Test
    void keepsAnOrderWhoseStatusItDoesNotKnow() {
        answer(get(ORDERS + "/ee587a1c-8b87-4dcf-b721-9f6f790619fa"), 200, "http_order_unknown_status.json");

        Optional<AccountOrder> order =
                rest.portfolio().order(new ExchangeOrderId("ee587a1c-8b87-4dcf-b721-9f6f790619fa"));

        assertThat(order.orElseThrow().state()).isEqualTo(OrderState.UNKNOWN);
        assertThat(order.orElseThrow().id().value()).isEqualTo("ee587a1c-8b87-4dcf-b721-9f6f790619fa");
    }

    @Test
    void findsNoOrderTheExchangeDoesNotKnow() {
        exchange.stubFor(get(ORDERS + "/gone").willReturn(json(404, "{\"error\":{\"code\":\"not_found\"}}")));

        assertThat(rest.portfolio().order(new ExchangeOrderId("gone"))).isEmpty();
    }

    @Test
    void tellsWhoseAccountItIsByItsNewestOrder() {
        String newest = ORDERS + "?limit=1";
        exchange.stubFor(get(urlEqualTo(newest)).willReturn(json(200, "{\"orders\":[],\"cursor\":\"\"}")));
        assertThat(rest.portfolio().userId()).isEmpty();

        exchange.stubFor(get(urlEqualTo(newest))
                .willReturn(json(200, "{\"orders\":[{\"order_id\":\"x\",\"user_id\":\"u-1\"}],\"cursor\":\"y\"}")));
        assertThat(rest.portfolio().userId()).contains("u-1");
    }

    @Test
    void refusesToLeaveOutAnOrderItCannotRead() {
        exchange.stubFor(get(urlPathEqualTo(ORDERS))
                .willReturn(json(200, "{\"orders\":[{\"order_id\":\"x\",\"ticker\":\"A-B\"}],\"cursor\":\"\"}")));

        assertThatThrownBy(() -> rest.portfolio().orders(AccountQuery.ALL))
                .isInstanceOf(UnreadableAnswer.class)
                .hasMessage("GET /portfolio/orders: expected initial_count_fp, found none");
    }

    @Test
    void tellsWhatItCannotReadAndKeepsTheRestWhenSparing() {
        exchange.stubFor(get(urlPathEqualTo(ORDERS)).willReturn(json(200, """
                {"orders":[{"order_id":"bad","ticker":"A-B","initial_count_fp":{},"fill_count_fp":"0","remaining_count_fp":"1"},
                  {"order_id":"good","ticker":"A-B","initial_count_fp":"1","fill_count_fp":"0","remaining_count_fp":"1"},
                  {"order_id":"huge","ticker":"A-B","initial_count_fp":"1e999999999","fill_count_fp":"0","remaining_count_fp":"1"},
                  7],"cursor":""}""")));
        List<UnreadableItem> spared = new ArrayList<>();

        List<AccountOrder> orders = rest.portfolio().sparing(spared::add).orders(AccountQuery.ALL);

        assertThat(orders).extracting(order -> order.id().value()).containsExactly("good");
        assertThat(spared)
                .extracting(item -> item.list() + " " + item.id())
                .containsExactly("orders bad", "orders huge", "orders ");
        assertThat(spared.get(1).reason())
                .isEqualTo(
                        "cannot read initial_count_fp '1e999999999': quantity must have at most 40 digits, had more or"
                                + " an exponent beyond them");
    }

    @Test
    void leavesOutWhatIsOfAnotherSubaccount() {
        exchange.stubFor(get(urlPathEqualTo(ORDERS)).willReturn(json(200, """
                {"orders":[{"order_id":"theirs","ticker":"A-B","initial_count_fp":"1","fill_count_fp":"0",
                   "remaining_count_fp":"1","subaccount_number":3},
                  {"order_id":"ours","ticker":"A-B","initial_count_fp":"1","fill_count_fp":"0",
                   "remaining_count_fp":"1","subaccount_number":0}],"cursor":""}""")));

        assertThat(rest.portfolio().orders(AccountQuery.ALL))
                .extracting(order -> order.id().value())
                .containsExactly("ours");
    }

    @Test
    void refusesAPageWithoutItsList() {
        exchange.stubFor(get(urlPathEqualTo(ORDERS)).willReturn(json(200, "{\"cursor\":\"\"}")));

        assertThatThrownBy(() -> rest.portfolio().orders(AccountQuery.ALL))
                .isInstanceOf(UnreadableAnswer.class)
                .hasMessage("GET /portfolio/orders: expected orders, found none");
    }

    @Test
    void readsFills() {
        answer(get(urlPathEqualTo(BASE + "/portfolio/fills")), 200, "http_fills.json");

        assertThat(rest.portfolio().fills(AccountQuery.ALL.of(new ExchangeOrderId("o-1"))))
                .containsExactly(new Fill(
                        new FillId("d91bc706-ee49-470d-82d8-11418bda6fed"),
                        new ExchangeOrderId("ee587a1c-8b87-4dcf-b721-9f6f790619fa"),
                        Optional.empty(),
                        TICKER,
                        Side.NO,
                        Price.of("0.04"),
                        Quantity.of("2.50"),
                        Money.of("0.00672"),
                        true,
                        BusinessTime.parse("2026-11-22T21:30:00.250001Z")));
        exchange.verify(getRequestedFor(urlEqualTo(BASE + "/portfolio/fills?limit=1000&order_id=o-1")));
    }

    @Test
    void readsPositionsWithTheirSign() {
        answer(get(urlPathEqualTo(BASE + "/portfolio/positions")), 200, "http_positions.json");

        assertThat(rest.portfolio().positions())
                .containsExactly(new AccountPosition(
                        TICKER,
                        NetPosition.of(Side.NO, Quantity.of("12.50")),
                        Money.of("11.875"),
                        Money.of("-0.49"),
                        Money.of("0.09"),
                        Money.of("9.60"),
                        BusinessTime.parse("2026-11-22T21:30:00Z"),
                        Optional.of(2)));
    }

    @Test
    void readsSettlements() {
        answer(get(urlPathEqualTo(BASE + "/portfolio/settlements")), 200, "http_settlements.json");

        assertThat(rest.portfolio().settlements(AccountQuery.ALL))
                .containsExactly(new AccountSettlement(
                        TICKER,
                        new EventTicker("KXBTCD-26NOV2217"),
                        MarketResult.YES,
                        Quantity.ofContracts(10),
                        Money.of("9.60"),
                        Quantity.ZERO,
                        Money.ZERO,
                        Money.of("10"),
                        Optional.of(Money.of("1")),
                        Money.of("0.03"),
                        BusinessTime.parse("2026-11-22T22:01:12.5Z")));
    }

    @Test
    void readsTheBalanceOfEachShard() {
        answer(get(BASE + "/portfolio/balance"), 200, "http_balance.json");

        AccountBalance balance = rest.portfolio().balance();

        assertThat(balance.available()).isEqualTo(Money.of("1234.5678"));
        assertThat(balance.portfolioValue()).isEqualTo(Money.of("25"));
        assertThat(balance.onShard(2)).isEqualTo(Money.of("1000"));
        assertThat(balance.onShard(3)).isEqualTo(Money.ZERO);
        assertThat(balance.updatedAt()).isEqualTo(BusinessTime.parse("2026-11-22T21:30:00Z"));
    }

    @Test
    void movesMoneyInHundredthsOfACent() {
        answer(post(BASE + "/portfolio/intra_exchange_instance_transfer"), 200, "http_transferred.json");
        UUID id = UUID.fromString("0192f0c1-0000-7000-8000-000000000001");

        assertThat(rest.portfolio().transfer(0, 2, Money.of("12.3456"), id))
                .isEqualTo(new WriteResult.Accepted<>("tr_1"));
        String body = exchange.getAllServeEvents().getFirst().getRequest().getBodyAsString();
        assertThat(Payloads.json(body)).isEqualTo(Payloads.json("""
                {"source":"event_contract","destination":"event_contract","amount":123456,"source_exchange_shard":0,
                 "destination_exchange_shard":2,"client_transfer_id":"0192f0c1-0000-7000-8000-000000000001"}"""));
        assertThatThrownBy(() -> rest.portfolio().transfer(0, 2, Money.of("0.00001"), id))
                .hasMessage("transfer must be positive with at most 4 decimals, was 0.000010");
    }

    @Test
    void readsTransfersToTheLastPage() {
        String path = BASE + "/portfolio/intra_exchange_instance_transfers?limit=1000";
        exchange.stubFor(get(urlEqualTo(path)).willReturn(json(200, """
                {"transfers":[{"transfer_id":"tr_2","source":"event_contract","destination":"event_contract",
                  "source_exchange_shard":0,"destination_exchange_shard":2,"amount":"510.0000","status":"pending",
                  "created_ts":1795366800}],"cursor":"next"}""")));
        exchange.stubFor(get(urlEqualTo(path + "&cursor=next")).willReturn(json(200, """
                {"transfers":[{"transfer_id":"tr_1","source_exchange_shard":2,"destination_exchange_shard":0,
                  "amount":"12.3456","status":"complete"}]}""")));

        assertThat(rest.portfolio().transfers())
                .containsExactly(
                        new ShardTransfer(
                                "tr_2",
                                0,
                                2,
                                Money.of("510"),
                                false,
                                Optional.of(SystemTime.of(Instant.parse("2026-11-22T17:00:00Z")))),
                        new ShardTransfer("tr_1", 2, 0, Money.of("12.3456"), true, Optional.empty()));
    }

    @Test
    void namesFailuresOfReadsByWhatToDoNext() {
        answer(get(BASE + "/portfolio/balance"), 401, "http_error_authentication.json");
        assertThatThrownBy(() -> rest.portfolio().balance())
                .isInstanceOf(AuthenticationFailed.class)
                .hasMessageContaining("INCORRECT_API_KEY_SIGNATURE");

        answer(get(BASE + "/portfolio/balance"), 429, "http_error_too_many_requests.json");
        assertThatThrownBy(() -> rest.portfolio().balance())
                .isInstanceOfSatisfying(RateLimited.class, limited -> assertThat(limited.delay())
                        .isEqualTo(Duration.ofSeconds(1)));

        answer(get(BASE + "/portfolio/balance"), 503, "http_error_text.json");
        assertThatThrownBy(() -> rest.portfolio().balance()).isInstanceOf(ExchangeUnavailable.class);

        exchange.stubFor(get(BASE + "/portfolio/balance").willReturn(json(200, "[]")));
        assertThatThrownBy(() -> rest.portfolio().balance()).isInstanceOf(UnreadableAnswer.class);
    }

    @Test
    void triesAReadAgainWhenItsConnectionDied() {
        exchange.stubFor(get(BASE + "/portfolio/balance")
                .inScenario("dead connection")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER))
                .willSetStateTo("alive"));
        exchange.stubFor(get(BASE + "/portfolio/balance")
                .inScenario("dead connection")
                .whenScenarioStateIs("alive")
                .willReturn(json(200, Payloads.read("http_balance.json"))));

        assertThat(rest.portfolio().balance().available()).isEqualTo(Money.of("1234.5678"));
    }

    @Test
    void givesUpAReadAfterItsTimeout() {
        exchange.stubFor(
                get(BASE + "/portfolio/balance").willReturn(json(200, "{}").withFixedDelay(5_000)));

        assertThatThrownBy(() -> rest.within(Duration.ofMillis(300)).portfolio().balance())
                .isInstanceOf(ExchangeUnavailable.class)
                .hasMessageStartingWith("GET /portfolio/balance got no answer: no answer within");
    }
}
