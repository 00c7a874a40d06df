package io.recio.simulator.price;

import io.recio.domain.price.Symbol;
import java.util.Map;

/** Recorded minutes of one symbol, by minute since the epoch, and the name of the file they stood in. */
record Recording(Symbol symbol, String file, Map<Long, MinuteBar> bars) {}
