package io.recio.mainapp.operations;

import java.time.Instant;

/**
 * Something a service warned of.
 *
 * @param level warning or error
 * @param logger the class that wrote it
 */
record LogLineView(String instance, String level, String logger, String message, Instant at) {}
