/** The real services of the order path in one process, any part of which a test may replace by a broken one. */
@NullMarked
package io.recio.localstack.chaos.house;

import org.jspecify.annotations.NullMarked;
