package io.recio.simulator.price;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.recio.domain.money.Decimals;
import io.recio.domain.price.Symbol;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads recorded bars: one-minute CSV with the columns open_time, open, high, low, close, volume, or five-minute JSON as
 * ta4j's Coinbase and Binance examples have it ({@code ohlc[]} with endTime in milliseconds). A bar without volume is a
 * minute without a trade.
 */
final class BarFile {

    private static final int PRICE_SCALE = 2;
    private static final long FIVE_MINUTES_MILLIS = 300_000;
    private static final CSVFormat CSV =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private BarFile() {}

    /**
     * @param name the file's name, which begins with the symbol and a hyphen and ends in .csv or .json
     * @throws IllegalArgumentException when the content is none of the two forms, naming file and place
     */
    static Recording read(String name, InputStream content, Seed seed) throws IOException {
        Symbol symbol = Symbol.of(name.substring(0, Math.max(0, name.indexOf('-'))));
        return new Recording(symbol, name, name.endsWith(".json") ? json(name, content, seed) : csv(name, content));
    }

    private static SortedMap<Long, MinuteBar> csv(String name, InputStream content) throws IOException {
        SortedMap<Long, MinuteBar> bars = new TreeMap<>();
        try (var parser = CSV.parse(new InputStreamReader(content, StandardCharsets.UTF_8))) {
            for (CSVRecord row : parser) {
                try {
                    put(
                            bars,
                            OffsetDateTime.parse(row.get("open_time").replace(' ', 'T'))
                                    .toInstant(),
                            new BigDecimal(row.get("open")),
                            new BigDecimal(row.get("high")),
                            new BigDecimal(row.get("low")),
                            new BigDecimal(row.get("close")),
                            new BigDecimal(row.get("volume")));
                } catch (RuntimeException e) {
                    throw malformed(name, "row " + row.getRecordNumber(), e);
                }
            }
        }
        return bars;
    }

    private static void put(
            SortedMap<Long, MinuteBar> bars,
            Instant start,
            BigDecimal open,
            BigDecimal high,
            BigDecimal low,
            BigDecimal close,
            BigDecimal volume) {
        if (volume.signum() > 0) {
            bars.put(start.getEpochSecond() / 60, bar(open, high, low, close, volume));
        }
    }

    private static SortedMap<Long, MinuteBar> json(String name, InputStream content, Seed seed) throws IOException {
        SortedMap<Long, MinuteBar> bars = new TreeMap<>();
        int row = 0;
        for (JsonNode node : JSON.readTree(content).path("ohlc")) {
            row++;
            try {
                long minute = (node.required("endTime").longValue() + 1 - FIVE_MINUTES_MILLIS) / 60_000;
                MinuteBar bar = bar(
                        node.required("openPrice").decimalValue(),
                        node.required("highPrice").decimalValue(),
                        node.required("lowPrice").decimalValue(),
                        node.required("closePrice").decimalValue(),
                        node.required("volume").decimalValue());
                FiveMinutes.split(minute, bar, seed.with(name).with(minute).random(), bars);
            } catch (RuntimeException e) {
                throw malformed(name, "bar " + row, e);
            }
        }
        return bars;
    }

    private static MinuteBar bar(
            BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close, BigDecimal volume) {
        return new MinuteBar(
                cents(open),
                cents(high),
                cents(low),
                cents(close),
                Decimals.exact("volume", volume.setScale(Trade.SIZE_SCALE, RoundingMode.HALF_UP), Trade.SIZE_SCALE));
    }

    private static long cents(BigDecimal dollars) {
        return dollars.setScale(PRICE_SCALE, RoundingMode.HALF_EVEN)
                .unscaledValue()
                .longValueExact();
    }

    private static IllegalArgumentException malformed(String name, String place, RuntimeException cause) {
        return new IllegalArgumentException(
                "price file must hold bars, found at " + name + ", " + place + ": " + cause.getMessage(), cause);
    }
}
