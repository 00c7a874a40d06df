package io.recio.coinbase;

/** The exchange sent what we cannot read. The message says what was expected and found, never the whole payload. */
final class MalformedPayload extends RuntimeException {

    MalformedPayload(String message) {
        super(message);
    }

    MalformedPayload(String message, Throwable cause) {
        super(message, cause);
    }
}
