/** What a person must know at once. */
@NullMarked
package io.recio.tradeexecutor.alert;

import org.jspecify.annotations.NullMarked;
