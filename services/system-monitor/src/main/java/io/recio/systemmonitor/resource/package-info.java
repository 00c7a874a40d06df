/**
 * What pods and nodes use of what they may. Pods tell it in their heartbeats, nodes through the failure detector, which alone may
 * ask the API server. What nobody measures is absent, never zero.
 */
@NullMarked
package io.recio.systemmonitor.resource;

import org.jspecify.annotations.NullMarked;
