package io.recio.systemmonitor.duplicate;

/** @param reason in words */
public record Duplicate(String service, String instance, String reason) {}
