package io.recio.kalshi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every recorded payload has an origin and fits the exchange's own schema. */
class PayloadOriginsTest {

    private static final Map<String, String> SCHEMAS = schemas();

    @Test
    void namesTheOriginOfEveryPayload() throws Exception {
        Path directory =
                Path.of(PayloadOriginsTest.class.getResource("/exchange").toURI());
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".json"))
                            .sorted())
                    .containsExactlyElementsOf(SCHEMAS.keySet());
        }
    }

    @TestFactory
    List<DynamicTest> fitsTheSchema() {
        List<DynamicTest> tests = new ArrayList<>();
        SCHEMAS.forEach((file, schema) -> {
            if (!schema.isEmpty()) {
                tests.add(DynamicTest.dynamicTest(
                        file + " is a " + schema, () -> assertThat(Payloads.violations(schema, Payloads.read(file)))
                                .isEmpty()));
            }
        });
        return tests;
    }

    private static Map<String, String> schemas() {
        Map<String, String> schemas = new TreeMap<>();
        Payloads.resource("/exchange/ORIGINS.md")
                .lines()
                .filter(line -> line.startsWith("| ") && line.contains(".json"))
                .map(line -> line.split("\\|"))
                .forEach(cells -> schemas.put(cells[1].strip(), cells[2].strip()));
        return schemas;
    }
}
