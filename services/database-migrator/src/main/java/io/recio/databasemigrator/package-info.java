/** Entry point of the migration job: reads settings, applies {@code io.recio.migrations}, ends. */
@NullMarked
package io.recio.databasemigrator;

import org.jspecify.annotations.NullMarked;
