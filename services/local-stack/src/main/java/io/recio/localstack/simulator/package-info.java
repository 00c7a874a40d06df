/** The simulator's admin API, as demonstrations, drills, benches and fault runs use it. */
@NullMarked
package io.recio.localstack.simulator;

import org.jspecify.annotations.NullMarked;
