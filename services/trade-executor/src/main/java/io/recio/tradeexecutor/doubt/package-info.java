/** Orders whose outcome is unknown: settled only by evidence, absence by two full scans (DESIGN, section 4, step 4). */
@NullMarked
package io.recio.tradeexecutor.doubt;

import org.jspecify.annotations.NullMarked;
