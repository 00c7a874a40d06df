/**
 * The look at everything, every 15 s, closer when something is wrong:
 *
 * <pre>
 * services · machine · database · network · duplicates ─→ HealthReport ─→ system.health_status
 *                                                              ├─→ alerts, each once for as long as it lasts
 *                                                              ├─→ system.requests: end a duplicate
 *                                                              └─→ system.suspensions: hold auto entry back
 * </pre>
 */
@NullMarked
package io.recio.systemmonitor.health;

import org.jspecify.annotations.NullMarked;
