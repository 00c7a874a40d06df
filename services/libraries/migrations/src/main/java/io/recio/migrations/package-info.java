/** Makes a PostgreSQL database ours: roles first, then the schema migrations of {@code db/}. */
@NullMarked
package io.recio.migrations;

import org.jspecify.annotations.NullMarked;
