/**
 * The last resort: takes everything of ours down at the exchange itself, whatever of ours still runs.
 *
 * <pre>
 * kill switch (if the database answers) ─→ order groups triggered ─→ all cancelled ─→ read again until nothing rests
 * </pre>
 */
@NullMarked
package io.recio.localstack.halt;

import org.jspecify.annotations.NullMarked;
