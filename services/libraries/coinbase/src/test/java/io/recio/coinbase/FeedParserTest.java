package io.recio.coinbase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.recio.coinbase.FeedFrame.ErrorFrame;
import io.recio.coinbase.FeedFrame.HeartbeatFrame;
import io.recio.coinbase.FeedFrame.OtherFrame;
import io.recio.coinbase.FeedFrame.SubscriptionsFrame;
import io.recio.coinbase.FeedFrame.TradeChannel;
import io.recio.coinbase.FeedFrame.TradeFrame;
import io.recio.domain.price.SpotPrice;
import io.recio.domain.time.BusinessTime;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedParserTest {

    @Test
    void readsARecordedTickerWithItsBestBidAndAsk() {
        assertThat(frame("ws_ticker.json"))
                .isEqualTo(new TradeFrame(
                        TradeChannel.TICKER,
                        137_212_619_516L,
                        new Trade(
                                Payloads.BTC,
                                1_102_042_811L,
                                SpotPrice.of("84737.58"),
                                new BigDecimal("0.00000025"),
                                BusinessTime.parse("2026-10-03T20:58:31.127510Z")),
                        Optional.of(new BidAsk(SpotPrice.of("84737.58"), SpotPrice.of("84737.59")))));
    }

    @Test
    void readsATickerOfTheTimeBeforeSizesOfBidAndAsk() {
        assertThat(frame("ws_ticker_2022.json"))
                .isEqualTo(new TradeFrame(
                        TradeChannel.TICKER,
                        32_589_047_814L,
                        new Trade(
                                Payloads.ETH,
                                319_738_529L,
                                SpotPrice.of("1549.08"),
                                new BigDecimal("0.01803274"),
                                BusinessTime.parse("2022-07-19T12:09:26.348930Z")),
                        Optional.of(new BidAsk(SpotPrice.of("1548.81"), SpotPrice.of("1549.08")))));
    }

    @Test
    void readsRecordedMatchesTheFirstOfWhichIsTheLastBeforeTheSubscription() {
        Trade last = new Trade(
                Payloads.BTC,
                1_081_862_674L,
                SpotPrice.of("80691.53"),
                new BigDecimal("0.00000001"),
                BusinessTime.parse("2026-08-25T03:35:57.096368Z"));
        Trade next = new Trade(
                Payloads.BTC,
                1_081_862_675L,
                SpotPrice.of("80691.53"),
                new BigDecimal("0.00000001"),
                BusinessTime.parse("2026-08-25T03:35:57.198335Z"));

        assertThat(frame("ws_last_match.json"))
                .isEqualTo(new TradeFrame(TradeChannel.MATCHES, 134_905_859_981L, last, Optional.empty()));
        assertThat(frame("ws_match.json"))
                .isEqualTo(new TradeFrame(TradeChannel.MATCHES, 134_905_860_111L, next, Optional.empty()));
    }

    @Test
    void readsAHeartbeat() {
        assertThat(frame("ws_heartbeat.json"))
                .isEqualTo(new HeartbeatFrame(Payloads.BTC, 90, 20, BusinessTime.parse("2014-11-07T08:19:28.464459Z")));
    }

    @Test
    void readsWhatTheExchangeAnswersToTheSubscription() {
        assertThat(frame("ws_subscriptions.json"))
                .isEqualTo(new SubscriptionsFrame(Map.of(
                        "ticker", Set.of("BTC-USD"),
                        "heartbeat", Set.of("BTC-USD"),
                        "matches", Set.of("BTC-USD"))));
        assertThat(frame("ws_error.json"))
                .isEqualTo(new ErrorFrame(
                        "Failed to subscribe",
                        "level2, level3, and full channels now require authentication."
                                + " https://docs.cloud.coinbase.com/exchange/docs/websocket-auth"));
    }

    @Test
    void takesATypeItDoesNotKnowForWhatItIs() {
        assertThat(frame("ws_unknown.json")).isEqualTo(new OtherFrame("l2update"));
    }

    @Test
    void takesNumbersAsNumbersOrAsStrings() {
        assertThat(parse("""
                {"type":"match","sequence":"7","product_id":"BTC-USD","price":100.5,"size":1e-8,
                "time":"2026-11-22T18:00:00+01:00","trade_id":"3","venue":{"new":true}}"""))
                .isEqualTo(new TradeFrame(
                        TradeChannel.MATCHES,
                        7,
                        new Trade(Payloads.BTC, 3, SpotPrice.of("100.5"), new BigDecimal("0.00000001"), Payloads.at(0)),
                        Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"best_bid\":\"0\"", "\"best_bid\":\"\"", "\"best_bid\":null", "\"other\":1"})
    void leavesOutBidAndAskOfAnEmptyBook(String bid) {
        FeedFrame frame = parse(Payloads.ticker(1, 1, "100", 0).replace("\"best_bid\":\"99.50\"", bid));

        assertThat(((TradeFrame) frame).bidAsk()).isEmpty();
    }

    @Test
    void saysWhatWasExpectedAndFound() {
        assertThatThrownBy(() -> parse(Payloads.match(1, 1, "free", 0)))
                .isInstanceOf(MalformedPayload.class)
                .hasMessage("expected a sensible price, found 'free'");
        assertThatThrownBy(() -> parse("{\"type\":\"heartbeat\",\"product_id\":\"BTC-USD\"}"))
                .hasMessage("expected a value in sequence, found MISSING");
    }

    private static FeedFrame frame(String recorded) {
        return parse(Payloads.recorded(recorded));
    }

    private static FeedFrame parse(String text) {
        JsonNode node = FeedParser.object(text);
        return FeedParser.frame(node.path("type").asText(), node);
    }
}
