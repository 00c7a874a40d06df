package io.recio.coinbase;

import io.recio.domain.time.BusinessTime;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What the exchange sends: recorded payloads, and frames written for a case. */
final class Payloads {

    static final ProductId BTC = new ProductId("BTC-USD");
    static final ProductId ETH = new ProductId("ETH-USD");

    private Payloads() {}

    static String recorded(String name) {
        try (InputStream in = Payloads.class.getResourceAsStream("/exchange/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no recorded payload " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A moment of the test's hour, 2026-11-22 17:00 UTC plus that many seconds. */
    static BusinessTime at(double seconds) {
        return BusinessTime.ofEpochMilli(1_795_366_800_000L + Math.round(seconds * 1000));
    }

    static String ticker(long tradeId, long sequence, String price, double seconds) {
        return """
                {"type":"ticker","sequence":%d,"product_id":"BTC-USD","price":"%s","best_bid":"99.50",\
                "best_ask":"100.50","side":"buy","time":"%s","trade_id":%d,"last_size":"0.01"}""".formatted(sequence, price, at(seconds), tradeId);
    }

    static String match(long tradeId, long sequence, String price, double seconds) {
        return match("BTC-USD", tradeId, sequence, price, seconds);
    }

    static String match(String product, long tradeId, long sequence, String price, double seconds) {
        return """
                {"type":"match","sequence":%d,"product_id":"%s","price":"%s","size":"0.01000000","side":"sell",\
                "time":"%s","trade_id":%d}""".formatted(sequence, product, price, at(seconds), tradeId);
    }

    static String heartbeat(long lastTradeId, long sequence, double seconds) {
        return heartbeat("BTC-USD", lastTradeId, sequence, seconds);
    }

    static String heartbeat(String product, long lastTradeId, long sequence, double seconds) {
        return """
                {"type":"heartbeat","sequence":%d,"last_trade_id":%d,"product_id":"%s","time":"%s"}""".formatted(sequence, lastTradeId, product, at(seconds));
    }
}
