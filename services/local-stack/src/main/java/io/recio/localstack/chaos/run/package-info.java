/** Carries a schedule out on a warm stack. */
@NullMarked
package io.recio.localstack.chaos.run;

import org.jspecify.annotations.NullMarked;
