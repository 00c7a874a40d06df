/** The trade executor: order intents to the exchange, each sent once; unknown outcomes settled by evidence alone. */
@NullMarked
package io.recio.tradeexecutor;

import org.jspecify.annotations.NullMarked;
