/** How the database is reached: address, role, TLS, and whose certificate is believed. */
@NullMarked
package io.recio.storage.access;

import org.jspecify.annotations.NullMarked;
