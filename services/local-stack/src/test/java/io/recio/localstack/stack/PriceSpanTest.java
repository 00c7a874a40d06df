package io.recio.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.recio.localstack.demo.DemoCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PriceSpanTest {

    private static final Path SHIPPED = Path.of("../exchange-simulator/src/main/resources/prices");

    @Test
    void readsFirstAndLastOfOneMinuteBars() {
        byte[] bars = """
                time,open,high,low,close,volume
                2023-03-13 18:05:00+00:00,1,1,1,1,1
                2023-03-13 18:06:00+00:00,1,1,1,1,1
                """.getBytes(StandardCharsets.UTF_8);

        assertThat(PriceSpan.read("btc-usd-1m.csv", bars))
                .isEqualTo(new PriceSpan(Instant.parse("2023-03-13T18:05:00Z"), Instant.parse("2023-03-13T18:06:00Z")));
    }

    @Test
    void shippedRecordingHoldsTheHoursOfTheDemonstration() throws IOException {
        for (String file : new String[] {"btc-usd-1m-2023-03-06-to-15.csv", "eth-usd-5m-2023-03-13-to-15.json"}) {
            PriceSpan span = PriceSpan.read(file, Files.readAllBytes(SHIPPED.resolve(file)));

            assertThat(span.first()).isBefore(DemoCommand.RECORDED_HOUR.minus(Duration.ofHours(3)));
            assertThat(span.last()).isAfter(DemoCommand.RECORDED_HOUR.plus(Duration.ofHours(6)));
        }
    }
}
