/** Benchmarks that print their numbers beside those to reach (DESIGN, section 10); none of them is a test. */
@NullMarked
package io.recio.localstack.bench;

import org.jspecify.annotations.NullMarked;
