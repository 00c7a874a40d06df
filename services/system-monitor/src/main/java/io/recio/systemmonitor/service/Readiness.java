package io.recio.systemmonitor.service;

/** What an instance answers at {@code /q/health/ready}. */
public enum Readiness {
    READY,
    /** It answers, and says that it is not. */
    NOT_READY,
    /** It does not answer in time. */
    SILENT,
    /** Another instance answers at its address. */
    REPLACED
}
