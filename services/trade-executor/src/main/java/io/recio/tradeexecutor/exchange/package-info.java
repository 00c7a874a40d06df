/** The exchange as the executor needs it. */
@NullMarked
package io.recio.tradeexecutor.exchange;

import org.jspecify.annotations.NullMarked;
