package io.recio.kalshi.errors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KalshiErrorTest {

    @Test
    void readsAnErrorThatIsAnObject() {
        KalshiError error = KalshiError.parse("""
                {"error":{"code":"deprecated_v1_order_endpoint","message":"Please switch to the V2 endpoints","details":"https://docs.kalshi.com/api-reference/orders/create-order-v2"}}""");

        assertThat(error)
                .isEqualTo(new KalshiError(
                        "deprecated_v1_order_endpoint",
                        "Please switch to the V2 endpoints",
                        "https://docs.kalshi.com/api-reference/orders/create-order-v2"));
    }

    @Test
    void readsAnErrorThatIsText() {
        assertThat(KalshiError.parse("{\"error\":\"too many requests\"}"))
                .isEqualTo(new KalshiError("", "too many requests", ""));
    }

    @Test
    void readsTheBareObjectOfTheSpecification() {
        assertThat(KalshiError.parse("{\"code\":\"not_found\",\"message\":\"not found\"}"))
                .isEqualTo(new KalshiError("not_found", "not found", ""));
    }

    @Test
    void readsWhatIsNoJson() {
        assertThat(KalshiError.parse("<html>502 Bad Gateway</html>"))
                .isEqualTo(new KalshiError("", "<html>502 Bad Gateway</html>", ""));
        assertThat(KalshiError.parse("")).isEqualTo(new KalshiError("", "", ""));
    }

    @Test
    void namesTheExceptionByWhatToDoNext() {
        KalshiError error = new KalshiError("code", "message", "");

        assertThat(KalshiException.of("GET /x", 401, error)).isInstanceOf(AuthenticationFailed.class);
        assertThat(KalshiException.of("GET /x", 403, error)).isInstanceOf(AuthenticationFailed.class);
        assertThat(KalshiException.of("GET /x", 404, error)).isInstanceOf(NotFound.class);
        assertThat(KalshiException.of("GET /x", 429, error)).isInstanceOf(RateLimited.class);
        assertThat(KalshiException.of("GET /x", 400, error)).isInstanceOf(BadRequest.class);
        assertThat(KalshiException.of("GET /x", 503, error))
                .isInstanceOf(ExchangeUnavailable.class)
                .hasMessage("GET /x answered 503 code=code message='message'");
    }
}
