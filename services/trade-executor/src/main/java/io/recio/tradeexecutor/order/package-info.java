/** Orders as the executor keeps them: the intent, its events, their fold. */
@NullMarked
package io.recio.tradeexecutor.order;

import org.jspecify.annotations.NullMarked;
