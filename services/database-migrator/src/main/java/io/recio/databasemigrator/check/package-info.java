/** Whether a release works: what {@code helm test} asks. */
@NullMarked
package io.recio.databasemigrator.check;

import org.jspecify.annotations.NullMarked;
