package io.recio.kalshi.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.ExchangeOrderId;
import io.recio.domain.order.OrderGroupId;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.time.BusinessTime;
import io.recio.domain.time.SystemTime;
import io.recio.kalshi.limits.AccountLimits;
import io.recio.kalshi.model.ApiKeyDetails;
import io.recio.kalshi.model.ExchangeSchedule;
import io.recio.kalshi.model.ExchangeStatus;
import io.recio.kalshi.model.IndexValue;
import io.recio.kalshi.model.OrderGroup;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExchangeCallsTest extends RestFixture {

    private static final OrderGroupId GROUP = new OrderGroupId("og_123");

    @Test
    void tellsEachShardsActivity() {
        answer(get(BASE + "/exchange/status"), 200, "http_exchange_status.json");

        ExchangeStatus status = rest.exchange().status();

        assertThat(status.whole().isTrading()).isTrue();
        assertThat(status.shard(2)).isEqualTo(new ExchangeStatus.Activity(true, false, true));
        assertThat(status.shard(3).isTrading()).isFalse();
        assertThat(status.resumesAt()).isEmpty();
    }

    @Test
    void readsTheSchedule() {
        answer(get(BASE + "/exchange/schedule"), 200, "http_exchange_schedule.json");

        ExchangeSchedule schedule = rest.exchange().schedule();

        assertThat(schedule.weeks().getFirst().days().get(DayOfWeek.THURSDAY))
                .containsExactly(
                        new ExchangeSchedule.Hours("00:00", "03:00"), new ExchangeSchedule.Hours("05:00", "24:00"));
        assertThat(schedule.maintenanceAt(BusinessTime.parse("2026-11-26T09:59:59Z")))
                .isPresent();
        assertThat(schedule.maintenanceAt(BusinessTime.parse("2026-11-26T10:00:00Z")))
                .isEmpty();
    }

    @Test
    void readsHowFarTheAccountsDataIsVisible() {
        answer(get(BASE + "/exchange/user_data_timestamp"), 200, "http_user_data_timestamp.json");

        assertThat(rest.exchange().userDataTimestamp())
                .isEqualTo(SystemTime.of(Instant.parse("2026-11-22T21:30:02.345678Z")));
    }

    @Test
    void measuresTheSkewBeyondTheAnswersWholeSecond() {
        exchange.stubFor(
                get(BASE + "/exchange/status").willReturn(dated(clock.now().minus(Duration.ofHours(1)))));
        assertThat(rest.exchange().clockSkew()).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));

        exchange.stubFor(
                get(BASE + "/exchange/status").willReturn(dated(clock.now().plus(Duration.ofHours(1)))));
        assertThat(rest.exchange().clockSkew()).isBetween(Duration.ofMinutes(-61), Duration.ofMinutes(-59));
    }

    @Test
    void readsLimitsAndKeys() {
        answer(get(BASE + "/account/limits"), 200, "http_account_limits.json");
        answer(get(BASE + "/api_keys"), 200, "http_api_keys.json");

        assertThat(rest.exchange().limits()).isEqualTo(AccountLimits.BASIC);
        assertThat(rest.exchange().apiKeys())
                .containsExactly(new ApiKeyDetails(
                        "a952bcbe-ec3b-4b5b-b8f9-11dae589608c", "robot", Set.of("read", "write"), Optional.empty()));
        assertThat(rest.exchange().apiKeys().getFirst().mayTrade()).isTrue();
    }

    @Test
    void readsTheSettlementIndexInsideOrOutsideItsEnvelope() {
        IndexValue first = new IndexValue(
                "BRTI",
                SpotPrice.of("115012.31"),
                BusinessTime.ofEpochMilli(1795383001000L),
                Optional.empty(),
                Optional.empty());
        answer(get(urlPathEqualTo(BASE + "/cfbenchmarks/values")), 200, "http_index_values.json");
        assertThat(rest.exchange().indexValues("BRTI")).hasSize(2).startsWith(first);

        exchange.stubFor(get(urlEqualTo(BASE + "/cfbenchmarks/values?id=BRTI"))
                .willReturn(json(200, "{\"payload\":[{\"time\":1795383001000,\"value\":\"115012.31\"}]}")));
        assertThat(rest.exchange().indexValues("BRTI")).containsExactly(first);
    }

    @Test
    void makesAndReadsOrderGroups() {
        String groups = BASE + "/portfolio/order_groups";
        answer(post(groups + "/create"), 201, "http_order_group_created.json");
        answer(get(groups), 200, "http_order_groups.json");
        answer(get(groups + "/og_123"), 200, "http_order_group.json");

        assertThat(rest.orderGroups().create(Quantity.ofContracts(150), 2))
                .isEqualTo(new WriteResult.Accepted<>(GROUP));
        exchange.verify(postRequestedFor(urlEqualTo(groups + "/create"))
                .withRequestBody(equalToJson("{\"contracts_limit_fp\":\"150.00\",\"exchange_index\":2}")));
        assertThat(rest.orderGroups().list())
                .containsExactly(
                        new OrderGroup(GROUP, true, Optional.of(Quantity.ofContracts(150)), Optional.of(2), List.of()));
        assertThat(rest.orderGroups().group(GROUP))
                .contains(new OrderGroup(
                        GROUP,
                        false,
                        Optional.of(Quantity.ofContracts(150)),
                        Optional.of(2),
                        List.of(new ExchangeOrderId("ee587a1c-8b87-4dcf-b721-9f6f790619fa"))));
    }

    @Test
    void triggersResetsLimitsAndDeletesOrderGroups() {
        String group = BASE + "/portfolio/order_groups/og_123";
        exchange.stubFor(put(urlMatching(group + ".*")).willReturn(json(200, "{}")));
        exchange.stubFor(delete(urlMatching(group + ".*")).willReturn(json(200, "{}")));
        WriteResult<Boolean> done = new WriteResult.Accepted<>(true);

        assertThat(rest.orderGroups().trigger(GROUP, 2)).isEqualTo(done);
        assertThat(rest.orderGroups().reset(GROUP, 2)).isEqualTo(done);
        assertThat(rest.orderGroups().limit(GROUP, 2, Quantity.ofContracts(5))).isEqualTo(done);
        assertThat(rest.orderGroups().delete(GROUP, 2)).isEqualTo(done);

        exchange.verify(putRequestedFor(urlEqualTo(group + "/trigger?exchange_index=2")));
        exchange.verify(putRequestedFor(urlEqualTo(group + "/reset?exchange_index=2")));
        exchange.verify(putRequestedFor(urlEqualTo(group + "/limit?exchange_index=2"))
                .withRequestBody(equalToJson("{\"contracts_limit_fp\":\"5.00\"}")));
        exchange.verify(deleteRequestedFor(urlEqualTo(group + "?exchange_index=2")));
    }

    private static ResponseDefinitionBuilder dated(SystemTime date) {
        return aResponse()
                .withHeader(
                        "Date",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                date.instant().atOffset(ZoneOffset.UTC)))
                .withBody("{}");
    }
}
