package io.recio.localstack.bench.ui;

/** One number of the screen beside the number to reach. */
public record Measured(String what, String measured, String reach) {}
