package io.recio.systemmonitor.service;

/** Who acts for a service, or did last. */
public record Lease(String holder, long epoch) {}
