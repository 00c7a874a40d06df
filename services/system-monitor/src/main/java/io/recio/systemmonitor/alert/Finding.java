package io.recio.systemmonitor.alert;

import io.recio.storage.system.AlertStore.Severity;
import java.time.Duration;
import java.util.Map;

/**
 * Something found at a look.
 *
 * @param key one alert for as long as the same key is found
 * @param lasting how long it must be found before it is told
 */
public record Finding(
        String key, Severity severity, String code, String message, Map<String, Object> facts, Duration lasting) {}
