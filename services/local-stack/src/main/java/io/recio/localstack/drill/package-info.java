/**
 * Breaks a running stack on purpose and watches it heal, while a demonstration trades beside and must end with exact books.
 *
 * <pre>
 * DrillCommand ─ one stack per Round ─┬─ DemoRun (trades, reconciles)
 *                                     └─ Drill: Blow after Blow, each with what must be restarted, by whom, and nothing else
 * </pre>
 */
@NullMarked
package io.recio.localstack.drill;

import org.jspecify.annotations.NullMarked;
