/**
 * Alerts on their way to people.
 *
 * <pre>
 * system.alerts ─→ route (duplicates dropped) ─→ system.alert_deliveries ─→ Channel ─→ SMS, chat, e-mail
 *                                   └── escalate, while nobody acknowledges ──┘
 * </pre>
 *
 * The outbox is the database: while a provider is down its deliveries wait and are tried again, later and later. What waits for
 * one channel goes out as one message. Delivery is at least once: a message whose fate is unknown is sent again under the same
 * id. An alert that was acknowledged, or whose cause has ended, is told no further.
 */
@NullMarked
package io.recio.systemmonitor.notification;

import org.jspecify.annotations.NullMarked;
