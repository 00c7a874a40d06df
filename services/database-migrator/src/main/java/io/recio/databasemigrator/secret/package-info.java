/**
 * The secrets of a release that are missing, made before its first pod starts: a login for the database's administrator, a password
 * for each role, pairs of keys. What exists is kept, whoever made it, so upgrades change nothing.
 */
@NullMarked
package io.recio.databasemigrator.secret;

import org.jspecify.annotations.NullMarked;
