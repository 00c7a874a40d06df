/**
 * One look at everything.
 *
 * <pre>
 * ServiceRuntime  what runs                        ┐
 * HealthProbe     what each instance says          ├─→ Observer ─→ Look (Observed, and what the log wants to know)
 * DatabaseProbe   heartbeats, leases, Kalshi,      │
 *                 orders in doubt, a commit        ┘
 * </pre>
 *
 * What cannot be seen is filled from what was seen last; what works is only what is known to work ({@code Foundations}).
 */
@NullMarked
package io.recio.failuredetector.observation;

import org.jspecify.annotations.NullMarked;
