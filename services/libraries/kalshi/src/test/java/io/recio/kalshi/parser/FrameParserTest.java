package io.recio.kalshi.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.recio.domain.market.Book;
import io.recio.domain.market.EventTicker;
import io.recio.domain.market.Level;
import io.recio.domain.market.MarketTicker;
import io.recio.domain.market.SeriesTicker;
import io.recio.domain.market.Side;
import io.recio.domain.money.Money;
import io.recio.domain.money.Price;
import io.recio.domain.money.Quantity;
import io.recio.domain.order.ClientOrderId;
import io.recio.domain.order.ExchangeOrderId;
import io.recio.domain.order.Fill;
import io.recio.domain.order.FillId;
import io.recio.domain.order.OrderGroupId;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.time.BusinessTime;
import io.recio.kalshi.Payloads;
import io.recio.kalshi.errors.UnreadableAnswer;
import io.recio.kalshi.model.AccountOrder;
import io.recio.kalshi.model.FeeTerms;
import io.recio.kalshi.model.IndexValue;
import io.recio.kalshi.model.MarketResult;
import io.recio.kalshi.model.NetPosition;
import io.recio.kalshi.model.OrderState;
import io.recio.kalshi.model.PublicTrade;
import io.recio.kalshi.model.SocketMessage;
import io.recio.kalshi.model.TopOfBook;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FrameParserTest {

    private static final MarketTicker FED = new MarketTicker("FED-23DEC-T3.00");

    @Test
    void readsASnapshotAndAnEmptyOne() {
        assertThat(FrameParser.snapshot(msg("ws_orderbook_snapshot.json")))
                .isEqualTo(new BookSnapshot(
                        FED,
                        new Book(
                                List.of(level("0.22", 333), level("0.08", 300)),
                                List.of(level("0.56", 146), level("0.54", 20)))));
        assertThat(FrameParser.snapshot(msg("ws_orderbook_snapshot_empty.json")))
                .isEqualTo(new BookSnapshot(FED, Book.EMPTY));
    }

    @Test
    void readsDeltasOfEitherSide() {
        assertThat(FrameParser.delta(msg("ws_orderbook_delta.json")))
                .isEqualTo(new BookDelta(
                        FED,
                        Side.YES,
                        Price.of("0.96"),
                        -5400,
                        Optional.of(BusinessTime.ofEpochMilli(1669149841000L))));
        assertThat(FrameParser.delta(msg("ws_orderbook_delta_no.json")))
                .isEqualTo(new BookDelta(
                        new MarketTicker("X"),
                        Side.NO,
                        Price.of("0.78"),
                        -5188,
                        Optional.of(BusinessTime.ofEpochMilli(1776490503644L))));
    }

    @Test
    void readsTheTimeOfADeltaThatHasOnlyText() {
        JsonNode msg = Payloads.json("""
                {"market_ticker":"X","price_dollars":"0.5","delta_fp":"1","side":"no","ts":"2026-04-18T05:35:03.644609Z"}""");

        assertThat(FrameParser.delta(msg).at()).contains(BusinessTime.parse("2026-04-18T05:35:03.644609Z"));
    }

    @Test
    void readsATicker() {
        assertThat(message("ws_ticker.json"))
                .isEqualTo(new SocketMessage.TickerUpdate(
                        FED,
                        Optional.of(Price.of("0.48")),
                        new TopOfBook(Optional.of(level("0.45", 300)), Optional.of(level("0.53", 150))),
                        Quantity.ofContracts(33896),
                        Quantity.ofContracts(20422),
                        BusinessTime.ofEpochSecond(1669149841)));
    }

    @Test
    void readsATrade() {
        assertThat(message("ws_trade.json"))
                .isEqualTo(new SocketMessage.TradeReported(new PublicTrade(
                        "d91bc706-ee49-470d-82d8-11418bda6fed",
                        new MarketTicker("HIGHNY-22DEC23-B53.5"),
                        Price.of("0.36"),
                        Quantity.ofContracts(136),
                        Optional.of(Side.NO),
                        false,
                        BusinessTime.ofEpochSecond(1669149841))));
    }

    @Test
    void readsAFillWithThePositionAfterIt() {
        assertThat(message("ws_fill.json"))
                .isEqualTo(new SocketMessage.FillReported(
                        new Fill(
                                new FillId("d91bc706-ee49-470d-82d8-11418bda6fed"),
                                new ExchangeOrderId("ee587a1c-8b87-4dcf-b721-9f6f790619fa"),
                                Optional.of(new ClientOrderId("my-order-1")),
                                new MarketTicker("HIGHNY-22DEC23-B53.5"),
                                Side.YES,
                                Price.of("0.75"),
                                Quantity.ofContracts(278),
                                Money.of("3.6488"),
                                true,
                                BusinessTime.ofEpochSecond(1671899397)),
                        Optional.of(NetPosition.of(Side.YES, Quantity.ofContracts(500))),
                        Optional.of(2)));
    }

    @Test
    void readsAnOrder() {
        assertThat(message("ws_user_order.json"))
                .isEqualTo(new SocketMessage.OrderUpdated(new AccountOrder(
                        new ExchangeOrderId("ee587a1c-8b87-4dcf-b721-9f6f790619fa"),
                        Optional.of(new ClientOrderId("my-order-1")),
                        FED,
                        Optional.of(Side.YES),
                        OrderState.RESTING,
                        Optional.of(Price.of("0.35")),
                        Quantity.ofContracts(10),
                        Quantity.ZERO,
                        Quantity.ofContracts(10),
                        Money.ZERO,
                        Money.ZERO,
                        Optional.of(new OrderGroupId("og_123")),
                        Optional.empty(),
                        Optional.of(BusinessTime.ofEpochMilli(1733047200000L)),
                        Optional.empty(),
                        Optional.of(BusinessTime.ofEpochMilli(1733050800000L)),
                        Optional.empty())));
    }

    @Test
    void keepsAnOrderWhoseStatusItDoesNotKnow() {
        AccountOrder order = ((SocketMessage.OrderUpdated) message("ws_user_order_newer.json")).order();

        assertThat(order.id().value()).isEqualTo("ee587a1c-8b87-4dcf-b721-9f6f790619fa");
        assertThat(order.state()).isEqualTo(OrderState.UNKNOWN);
        assertThat(order.updateReason()).contains("SelfTradeCancel");
    }

    @Test
    void readsAPosition() {
        assertThat(message("ws_market_position.json"))
                .isEqualTo(new SocketMessage.PositionUpdated(
                        FED,
                        NetPosition.of(Side.YES, Quantity.ofContracts(100)),
                        Money.of("50"),
                        Money.of("10"),
                        Money.of("1")));
    }

    @Test
    void readsTheStepsOfAMarketsLife() {
        assertThat(message("ws_lifecycle_created.json"))
                .isEqualTo(new SocketMessage.LifecycleChanged(
                        new MarketTicker("INXD-23SEP14-B4487"),
                        SocketMessage.LifecycleStep.CREATED,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(BusinessTime.ofEpochSecond(1694635200)),
                        Optional.of(BusinessTime.ofEpochSecond(1694721600)),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(message("ws_lifecycle_determined.json"))
                .isEqualTo(new SocketMessage.LifecycleChanged(
                        new MarketTicker("X"),
                        SocketMessage.LifecycleStep.DETERMINED,
                        Optional.of(MarketResult.YES),
                        Optional.of(Price.ONE),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(BusinessTime.ofEpochSecond(1694721660)),
                        Optional.empty()));
    }

    @Test
    void readsEventsAndTheirFees() {
        assertThat(message("ws_event_lifecycle.json"))
                .isEqualTo(new SocketMessage.EventListed(
                        new EventTicker("KXQUICKSETTLE-26JAN25H2150"),
                        new SeriesTicker("KXQUICKSETTLE"),
                        "What will 1+1 equal on Jan 25 at 21:50?",
                        Optional.of(0)));
        EventTicker event = new EventTicker("KXBTCD-26MAY2018");
        assertThat(message("ws_event_fee_update.json"))
                .isEqualTo(new SocketMessage.EventFeesChanged(
                        event, new FeeTerms(Optional.of("quadratic"), Optional.of(BigDecimal.ONE))));
        assertThat(message("ws_event_fee_cleared.json"))
                .isEqualTo(new SocketMessage.EventFeesChanged(event, FeeTerms.NONE));
    }

    @Test
    void readsAnOrderGroup() {
        assertThat(message("ws_order_group.json"))
                .isEqualTo(new SocketMessage.OrderGroupUpdated(
                        new OrderGroupId("og_123"),
                        SocketMessage.GroupStep.LIMIT_UPDATED,
                        Optional.of(Quantity.ofContracts(150)),
                        BusinessTime.ofEpochMilli(1795383000000L)));
    }

    @Test
    void readsTheSettlementIndexOutOfItsText() {
        assertThat(message("ws_index_value.json"))
                .isEqualTo(new SocketMessage.IndexTicked(new IndexValue(
                        "BRTI",
                        SpotPrice.of("68000.12"),
                        BusinessTime.ofEpochMilli(1710000000123L),
                        Optional.of(new IndexValue.Average(
                                SpotPrice.of("68000.12"),
                                3,
                                BusinessTime.ofEpochMilli(1709999940123L),
                                BusinessTime.ofEpochMilli(1710000000123L))),
                        Optional.of(new IndexValue.Average(
                                SpotPrice.of("68000.23"),
                                14,
                                BusinessTime.ofEpochMilli(1709999980000L),
                                BusinessTime.ofEpochMilli(1710000000123L))))));
    }

    @Test
    void leavesTypesItDoesNotKnow() {
        assertThat(FrameParser.message("rfq_created", Payloads.json("{}"))).isEmpty();
    }

    @Test
    void saysWhatItExpectedAndFound() {
        assertThatThrownBy(() -> FrameParser.message("fill", Payloads.json("{\"trade_id\":\"t\"}")))
                .isInstanceOf(UnreadableAnswer.class)
                .hasMessage("expected order_id, found none");
        assertThatThrownBy(() -> FrameParser.delta(Payloads.json(
                        "{\"market_ticker\":\"X\",\"price_dollars\":\"1.2\",\"delta_fp\":\"1\",\"side\":\"no\"}")))
                .hasMessage("cannot read price_dollars '1.2': price must lie between 0 and 1 dollar, was 1.2000");
    }

    @Test
    void refusesWhatNoRecordCanHold() {
        assertThatThrownBy(() -> FrameParser.message(
                        "market_position",
                        Payloads.json("{\"market_ticker\":\"X\",\"position_fp\":\"-1000000000000\"}")))
                .hasMessage("expected position_fp below a trillion contracts, found -1000000000000.00");
        assertThatThrownBy(
                        () -> FrameParser.message(
                                "market_position",
                                Payloads.json(
                                        "{\"market_ticker\":\"X\",\"position_fp\":\"1\",\"fees_paid_dollars\":\"1000000000000\"}")))
                .hasMessage("expected fees_paid_dollars below a trillion dollars, found 1000000000000.000000");
        assertThatThrownBy(
                        () -> FrameParser.message(
                                "order_group_updates",
                                Payloads.json(
                                        "{\"event_type\":\"triggered\",\"order_group_id\":\"g\",\"ts_ms\":9223372036854775807}")))
                .hasMessageStartingWith("expected a time from 2000-01-01T00:00:00Z to 2200-01-01T00:00:00Z, found +");
        assertThatThrownBy(() -> FrameParser.message("user_order", Payloads.json("{\"order_id\":\"a\\u0000b\"}")))
                .hasMessageContaining("text must not contain NUL");
        assertThatThrownBy(() ->
                        FrameParser.message("user_order", Payloads.json("{\"order_id\":\"" + "x".repeat(201) + "\"}")))
                .hasMessage("expected order_id of at most 200 characters, found 201");
    }

    private static SocketMessage message(String payload) {
        JsonNode frame = Payloads.json(Payloads.read(payload));
        return FrameParser.message(frame.get("type").asText(), frame.get("msg")).orElseThrow();
    }

    private static JsonNode msg(String payload) {
        return Payloads.json(Payloads.read(payload)).get("msg");
    }

    private static Level level(String price, long contracts) {
        return new Level(Price.of(price), Quantity.ofContracts(contracts));
    }
}
