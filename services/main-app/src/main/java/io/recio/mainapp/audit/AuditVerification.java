package io.recio.mainapp.audit;

import org.jspecify.annotations.Nullable;

/**
 * Whether the chain holds.
 *
 * @param firstBroken the first row that was edited or follows a missing one
 */
record AuditVerification(
        boolean intact, long rows, @Nullable Long firstBroken) {}
