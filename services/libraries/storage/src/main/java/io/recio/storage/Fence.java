package io.recio.storage;

/** Proof of a lease: who holds which name in which epoch. A takeover raises the epoch and so outdates this. */
public record Fence(String name, String holder, long epoch) {}
