package io.recio.localstack.control;

/**
 * An error as RFC 9457 has it.
 *
 * @param type {@code urn:recio:problem:…}, stable
 */
record Problem(String type, String title, int status, String detail) {

    static Problem of(String kind, int status, String title, String detail) {
        return new Problem("urn:recio:problem:" + kind, title, status, detail);
    }
}
