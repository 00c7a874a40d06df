/** How the house is doing: services, alerts, incidents and what was done about them. */
@NullMarked
package io.recio.mainapp.operations;

import org.jspecify.annotations.NullMarked;
