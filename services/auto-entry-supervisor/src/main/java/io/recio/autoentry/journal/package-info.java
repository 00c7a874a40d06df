/** What was decided and why: decisions, requests and the state shown, written in one transaction. */
@NullMarked
package io.recio.autoentry.journal;

import org.jspecify.annotations.NullMarked;
