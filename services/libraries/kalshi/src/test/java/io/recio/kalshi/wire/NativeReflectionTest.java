package io.recio.kalshi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A native image reads only those records whose names stand in the reflection file. */
class NativeReflectionTest {

    private static final List<Class<?>> AREAS =
            List.of(WireExchange.class, WireFrames.class, WireMarkets.class, WireOrders.class, WirePortfolio.class);

    @Test
    void listsEveryWireRecord() throws Exception {
        List<String> records = AREAS.stream()
                .flatMap(area -> Arrays.stream(area.getDeclaredClasses()))
                .map(Class::getName)
                .sorted()
                .toList();

        assertThat(listed()).containsExactlyElementsOf(records);
    }

    private static List<String> listed() throws Exception {
        String file = "/META-INF/native-image/io.recio/kalshi/reflect-config.json";
        try (InputStream in = NativeReflectionTest.class.getResourceAsStream(file)) {
            List<String> names = new ArrayList<>();
            for (JsonNode entry : new ObjectMapper().readTree(in)) {
                assertThat(entry.get("allDeclaredConstructors").asBoolean()).isTrue();
                assertThat(entry.get("allRecordComponents").asBoolean()).isTrue();
                names.add(entry.get("name").asText());
            }
            return names;
        }
    }
}
