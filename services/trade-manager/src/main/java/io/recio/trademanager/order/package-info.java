/** What is to be sent, and what became of it: intents go to the executor, its final orders come back. */
@NullMarked
package io.recio.trademanager.order;

import org.jspecify.annotations.NullMarked;
