package io.recio.pricewatchdog.alert;

import io.recio.domain.time.BusinessTime;
import io.recio.storage.system.AlertStore.Severity;
import java.util.Map;

/**
 * Something a person should know, once.
 *
 * @param code {@code PRICE_MOVE}, {@code PRICE_LEVEL}, {@code FEED_GAP} or {@code BACKFILL_FAILED}
 */
public record PriceAlert(Severity severity, String code, String message, Map<String, Object> facts, BusinessTime at) {}
