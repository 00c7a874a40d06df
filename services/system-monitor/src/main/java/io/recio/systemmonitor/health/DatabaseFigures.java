package io.recio.systemmonitor.health;

import java.util.Optional;

/** @param commitMs how long the last row of health took to be durable; absent at the first look */
record DatabaseFigures(long sizeBytes, int connections, int maxConnections, Optional<Long> commitMs) {}
