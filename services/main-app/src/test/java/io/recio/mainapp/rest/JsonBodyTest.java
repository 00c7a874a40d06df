package io.recio.mainapp.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonBodyTest {

    @Test
    void readsWhatIsThere() {
        JsonBody body = JsonBody.parse("{\"a\":\"x\",\"b\":true,\"c\":7,\"d\":\"0.5\",\"e\":\"YES\"}");
        assertThat(body.text("a", 5)).isEqualTo("x");
        assertThat(body.flag("b")).isTrue();
        assertThat(body.whole("c", 0, 10)).isEqualTo(7);
        assertThat(body.decimal("d", BigDecimal.ZERO, BigDecimal.ONE, 4)).isEqualTo(new BigDecimal("0.5000"));
        assertThat(body.choice("e", List.of("YES", "NO"))).isEqualTo("YES");
        body.end();
    }

    @Test
    void namesFieldExpectationAndFinding() {
        JsonBody body = JsonBody.parse("{\"size\":\"7\"}");
        assertThatThrownBy(() -> body.whole("size", 1, 5)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().field()).isEqualTo("size");
            assertThat(e.problem().expected()).isEqualTo("a whole number from 1 to 5");
            assertThat(e.problem().found()).isEqualTo("\"7\"");
        });
    }

    @Test
    void shortensWhatItEchoes() {
        JsonBody body = JsonBody.parse("{\"size\":\"" + "x".repeat(500) + "\"}");
        assertThatThrownBy(() -> body.whole("size", 1, 5))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().found()).hasSize(81).endsWith("…"));
    }

    @Test
    void refusesAFieldNobodyAskedFor() {
        JsonBody body = JsonBody.parse("{\"a\":\"x\",\"b\":1}");
        body.text("a", 5);
        assertThatThrownBy(body::end).hasMessage("b: expected no such field, found 1");
    }
}
