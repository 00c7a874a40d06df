package io.recio.localstack.bench;

import java.util.Locale;

/** One measured number beside the number to reach. */
record Figure(String what, String measured, String reach) {

    static Figure micros(String what, double p50, double p99, String reach) {
        return new Figure(what, String.format(Locale.ROOT, "p50 %.1f µs, p99 %.1f µs", p50, p99), reach);
    }

    @Override
    public String toString() {
        return String.format("  %-46s %-34s %s", what, measured, reach);
    }
}
