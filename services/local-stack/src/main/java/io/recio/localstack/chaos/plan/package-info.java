/** What a run does, decided by its seed alone. */
@NullMarked
package io.recio.localstack.chaos.plan;

import org.jspecify.annotations.NullMarked;
